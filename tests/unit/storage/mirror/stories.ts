import * as fc from "fast-check";
import { createEditor } from "#editor/editor.ts";
import { contentHash } from "#model/content-hash.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { changeBetween } from "#model/map-change.ts";
import type { MirrorEntry } from "#storage/mirror/entry-chain.ts";
import { aMap, LATER } from "../../builders.ts";
import { commandOf, countingIds, dice } from "../../model/random-commands.ts";

/** The documents of a random history; the one at index 0 has revision 1. */
export interface Story {
  readonly maps: readonly JourneyMap[];
  /** What leads from each document to the next. */
  readonly entries: readonly MirrorEntry[];
}

export const stories = (most = 8): fc.Arbitrary<Story> =>
  fc
    .tuple(fc.array(dice, { minLength: 2, maxLength: most }), fc.array(fc.boolean()))
    .map(([steps, grows]) => {
      const editor = createEditor(aMap().withStage().withJourney().build(), { now: () => LATER });
      const newId = countingIds();
      const maps = [editor.store.getState().map];
      for (const step of steps) {
        editor.dispatch(commandOf(editor.store.getState().map, step, newId));
        maps.push(editor.store.getState().map);
      }
      return storyOf(maps, grows);
    });

/** `grows`: whether a change goes on with the one before it, as typing does. */
export function storyOf(maps: readonly JourneyMap[], grows: readonly boolean[] = []): Story {
  let span = 0;
  const entries = maps.slice(1).map((map, index) => {
    span = grows[index] && index > 0 ? span + 1 : 1;
    return entryTo(map, maps[index + 1 - span] ?? map, index + 2, span);
  });
  return { maps, entries };
}

function entryTo(map: JourneyMap, before: JourneyMap, seq: number, span: number): MirrorEntry {
  const at = new Date(Date.UTC(2026, 0, 1) + seq * 1000).toISOString();
  return { seq, span, at, change: changeBetween(before, map), hash: contentHash(map) };
}

/** A story of so many titles. */
export function titles(count: number, grows: readonly boolean[] = []): Story {
  const map = aMap().withStage().withNote().build();
  return storyOf(
    Array.from({ length: count }, (_, index) => ({ ...map, title: `Title ${index + 1}` })),
    grows,
  );
}

export function mapAt(story: Story, rev: number): JourneyMap {
  const map = story.maps[rev - 1];
  if (!map) throw new Error(`The story has no revision ${rev}`);
  return map;
}
