import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { createSample, sampleMap } from "#app/samples/create-sample.ts";
import { type LanguageCode, languages } from "#i18n/languages.ts";
import { coverageOf } from "#model/audit/audit.ts";
import { invariantViolations } from "#model/invariants.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import type { Services } from "#ui/services.ts";

const now = () => "2026-02-01T00:00:00.000Z";

async function sample(language: LanguageCode): Promise<JourneyMap> {
  let count = 0;
  const newId = () => {
    count += 1;
    return `new${count}`;
  };
  return sampleMap(language, { newId, now });
}

/** What a translation must leave alone: everything but the texts. */
function structureOf(map: JourneyMap): unknown {
  const free = new Set(["title", "description", "name", "role", "trigger", "outcome", "segment", "quote"]);
  for (const name of ["channel", "customerNeed", "label", "information", "promise", "budget"]) free.add(name);
  for (const name of ["desiredResult", "format", "text"]) free.add(name);
  const isText = (key: string, value: unknown) =>
    typeof value === "string" && (free.has(key) || /^\d+$/.test(key));
  return JSON.parse(
    JSON.stringify(map, function (this: unknown, key: string, value: unknown) {
      const isId = Array.isArray(this) && typeof value === "string" && value in map.nodes;
      return isText(key, value) && !isId ? value !== "" : value;
    }),
  );
}

describe.each(languages)("the sample in $name", ({ code }) => {
  test("is a sound map with the gaps that it is there to show", async () => {
    const map = await sample(code);
    expect(invariantViolations(map)).toEqual([]);
    expect(coverageOf(map)).toMatchObject({ counted: 30, withOwner: 22, withManager: 24 });
  });

  test("begins to live when it is opened, as a map of its own", async () => {
    expect(await sample(code)).toMatchObject({
      createdAt: now(),
      updatedAt: now(),
      id: expect.stringMatching(/^new/),
    });
  });
});

test("the English sample differs from the German one in its texts alone", async () => {
  const [english, german] = [await sample("en"), await sample("de")];
  expect(structureOf(english)).toEqual(structureOf(german));
  expect(english.title).not.toBe(german.title);
  expect(Object.values(english.people).map(({ name }) => name)).toEqual(
    Object.values(german.people).map(({ name }) => name),
  );
});

test("the German sample is the workshop map that all figures are known of", async () => {
  const [kept, original] = await Promise.all([
    readFile("src/app/samples/machine-tool.de.json", "utf8"),
    readFile("tests/data/werkzeugmaschine.dreiklang.json", "utf8"),
  ]);
  expect(kept).toBe(original);
});

test("the sample comes in the language of the interface and is kept", async () => {
  const kept: JourneyMap[] = [];
  const services = {
    library: { create: async (map: JourneyMap) => void kept.push(map) },
    settings: { getState: () => ({ language: "de-CH" }) },
    newId: () => "fresh",
    now,
  } as unknown as Services;
  expect(await createSample(services)).toBe("fresh");
  expect(kept).toMatchObject([{ id: "fresh", title: "Werkzeugmaschine: finden, kaufen, betreiben" }]);
});
