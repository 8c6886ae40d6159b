import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentHash } from "#model/content-hash.ts";
import { checkSum } from "#storage/mirror/check-sum.ts";
import { decodeCopy, encodeCopy, encodeEntries } from "#storage/mirror/copy-format.ts";
import { newestStanding, newestState } from "#storage/mirror/newest-state.ts";
import { aMap } from "../../builders.ts";
import { mapAt, type Story, stories, titles } from "./stories.ts";

/** A copy that begins at a revision and goes on to another. */
function copyOf(story: Story, turn: number, from: number, to: number): Uint8Array {
  const map = mapAt(story, from);
  const at = "2026-01-01T00:00:00.000Z";
  const head = encodeCopy({ mapId: map.id, turn, version: 1, rev: from, hash: contentHash(map), at }, map);
  const tail = encodeEntries(story.entries.filter(({ seq }) => seq > from && seq <= to));
  return new Uint8Array([...head, ...tail]);
}

const read = (...files: readonly Uint8Array[]) =>
  newestState(files.map(decodeCopy).filter((copy) => copy !== null));

/** Two copies of one story: the older one goes up to where the newer one begins. */
const pairs = fc.tuple(stories(), fc.nat(), fc.constantFrom(1, 2)).map(([story, dice]) => {
  // Where a change goes on that has begun before, no copy begins.
  const beginnings = story.entries.filter(({ span }) => span === 1).map(({ seq }) => seq - 1);
  const middle = beginnings[dice % beginnings.length] ?? 1;
  const last = story.maps.length;
  return {
    story,
    middle,
    last,
    older: copyOf(story, 1, 1, middle),
    newer: copyOf(story, 2, middle, last),
  };
});

describe("a copy", () => {
  test("is read as it was written, whatever stands in it", () => {
    fc.assert(
      fc.property(stories(), (story) => {
        const last = story.maps.length;
        const state = read(copyOf(story, 1, 1, last));
        expect(state?.map).toEqual(mapAt(story, last));
        expect(state).toMatchObject({ rev: last, hash: contentHash(mapAt(story, last)), version: 1 });
      }),
      { numRuns: 50 },
    );
  });

  test("keeps line breaks, lone surrogates and control characters of titles", () => {
    const title = "a\nb\u0000\u2028\ud800 “ü” 🙂 \r\n";
    const map = aMap().with({ title }).build();
    expect(read(copyOf({ maps: [map], entries: [] }, 1, 1, 1))?.map.title).toBe(title);
  });

  test("cut at any length gives the state after some of its changes, or none", () => {
    fc.assert(
      fc.property(pairs, ({ story, newer, middle, last }) => {
        let longest = 0;
        for (let length = 0; length <= newer.length; length += 1) {
          const state = read(newer.slice(0, length));
          if (!state) {
            expect(longest).toBe(0);
            continue;
          }
          expect(state.rev).toBeGreaterThanOrEqual(Math.max(middle, longest));
          expect(state.map).toEqual(mapAt(story, state.rev));
          longest = state.rev;
        }
        expect(longest).toBe(last);
      }),
      { numRuns: 8 },
    );
  });

  test("is called clean only when nothing is missing from it", () => {
    const story = titles(4);
    const whole = copyOf(story, 1, 1, 4);
    expect(decodeCopy(whole)?.isClean).toBe(true);
    for (let length = 0; length < whole.length; length += 1) {
      const copy = decodeCopy(whole.slice(0, length));
      // Cut between two lines it cannot be told from a copy with fewer changes.
      const isBetweenLines = whole[length - 1] === 0x0a;
      if (copy?.isClean) expect(isBetweenLines).toBe(true);
    }
  });
});

test("no wrong bit goes unnoticed: what is not clean is never appended to", () => {
  const whole = copyOf(titles(3), 1, 1, 3);
  const unnoticed = [];
  for (let bit = 0; bit < whole.length * 8; bit += 1) {
    const hit = whole.slice();
    hit[bit >> 3] = (hit[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    if (decodeCopy(hit)?.isClean) unnoticed.push(bit);
  }
  expect(unnoticed).toEqual([]);
});

describe("two copies", () => {
  test("cut at any length lose nothing that the other one has", () => {
    fc.assert(
      fc.property(pairs, ({ story, older, newer, middle }) => {
        for (let length = 0; length < newer.length; length += 1) {
          const state = read(older, newer.slice(0, length));
          expect(state?.rev).toBeGreaterThanOrEqual(middle);
          expect(state?.map).toEqual(mapAt(story, state?.rev ?? 0));
        }
      }),
      { numRuns: 4 },
    );
  });

  test("with any byte of one of them changed give a state of the story, never less than the older copy", () => {
    fc.assert(
      fc.property(
        pairs,
        fc.boolean(),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (pair, hitsNewer, at, xor) => {
          const hit = (hitsNewer ? pair.newer : pair.older).slice();
          hit[at % hit.length] = (hit[at % hit.length] ?? 0) ^ xor;
          const state = hitsNewer ? read(pair.older, hit) : read(hit, pair.newer);
          expect(state?.rev).toBeGreaterThanOrEqual(hitsNewer ? pair.middle : pair.last);
          expect(state?.map).toEqual(mapAt(pair.story, state?.rev ?? 0));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("go on with the newer changes when only the newer document is damaged", () => {
    const story = titles(6);
    const newer = copyOf(story, 2, 3, 6);
    // The document is the second line.
    const at = newer.indexOf(0x0a) + 40;
    newer[at] = (newer[at] ?? 0) ^ 1;
    expect(read(copyOf(story, 1, 1, 3), newer)?.map).toEqual(mapAt(story, 6));
    expect(read(newer)).toBeNull();
  });

  test("of which the newer begins at a lower revision do not mix", () => {
    const before = titles(6);
    const restored = mapAt(before, 2);
    const story: Story = {
      maps: before.maps.slice(0, 2).concat({ ...restored, title: "Other" }),
      entries: [],
    };
    const other = copyOf(story, 2, 3, 3);
    expect(read(copyOf(before, 1, 1, 6), other)?.map.title).toBe("Other");
    other[other.length - 5] = 0;
    expect(read(copyOf(before, 1, 1, 6), other)?.map.title).toBe("Title 6");
  });

  test("stand where they are read to, also without a look into their documents", () => {
    fc.assert(
      fc.property(pairs, fc.nat(), ({ older, newer }, cut) => {
        const copies = [older, newer.slice(0, cut % (newer.length + 1))].map(decodeCopy);
        const sound = copies.filter((copy) => copy !== null);
        const state = newestState(sound);
        expect(newestStanding(sound)).toEqual(state && { ...state, map: undefined });
      }),
      { numRuns: 100 },
    );
  });
});

test("no bytes at all make it throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(read(bytes)).toBeNull();
    }),
    { numRuns: 300 },
  );
});

test("lines with a right check sum and the wrong content are left out", () => {
  const line = (json: string) => `${checkSum(new TextEncoder().encode(json))} ${json}\n`;
  const header = '{"format":"dreiklang-mirror","mapId":"m","turn":1,"version":1,"rev":1,"hash":"0","at":""}';
  const wrong = ["null", "[]", "{", '{"format":"x"}', '{"seq":2}', '{"id":"m"}', '{"id":"m","nodes":3}'];
  for (const first of [header, ...wrong]) {
    for (const second of wrong) {
      expect(read(new TextEncoder().encode(line(first) + line(second) + line(second)))).toBeNull();
    }
  }
});

test("the check sum is CRC-32", () => {
  expect(checkSum(new TextEncoder().encode("123456789"))).toBe("cbf43926");
  expect(checkSum(new Uint8Array())).toBe("00000000");
});
