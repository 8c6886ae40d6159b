import { describe, expect, test } from "vitest";
import { buildTemplate } from "#app/templates/build-template.ts";
import { templateTable } from "#app/templates/template-table.ts";
import { adaptTexts } from "#i18n/i18n.ts";
import { type Language, languages } from "#i18n/languages.ts";
import { coverageOf } from "#model/audit/audit.ts";
import { cellAt, overlaps, rectangleOf } from "#model/geometry.ts";
import { invariantViolations } from "#model/invariants.ts";
import type { JourneyMap, Touchpoint } from "#model/journey-map.ts";
import { touchpointsInPathOrder } from "#model/path-order.ts";
import { isKind, personasOf } from "#model/queries.ts";

/** Looks a text up as the interface does, but fails where the interface would show the key. */
async function textsOf(language: Language): Promise<(key: string) => string> {
  const catalogue = adaptTexts(await language.load(), language.adapt);
  return (key) => {
    const text = key
      .split(".")
      .reduce<unknown>((branch, part) => (branch as Record<string, unknown> | undefined)?.[part], catalogue);
    if (typeof text !== "string" || text === "") throw new Error(`no text for ${key}`);
    return text;
  };
}

function built(entry: (typeof templateTable)[number], t: (key: string) => string): JourneyMap {
  let last = 0;
  const newId = () => {
    last += 1;
    return `id-${last}`;
  };
  return buildTemplate(entry, { newId, now: () => "2026-01-01T00:00:00.000Z", t });
}

const touchpointsOf = (map: JourneyMap): readonly Touchpoint[] =>
  Object.values(map.nodes).filter((node) => isKind(node, "touchpoint"));

describe.each(languages)("templates in $name", (language) => {
  test.each(templateTable)("$id is a sound, tidy map", async (entry) => {
    const map = built(entry, await textsOf(language));
    expect(invariantViolations(map)).toEqual([]);
    for (const touchpoint of touchpointsOf(map)) {
      const { journeyId, stageId } = touchpoint;
      expect(cellAt(map, touchpoint.position)).toEqual({ journeyId, stageId });
    }
    const rectangles = Object.values(map.nodes).map(rectangleOf);
    const overlapping = rectangles.filter((a, index) =>
      rectangles.some((b, other) => other > index && overlaps(a, b)),
    );
    expect(overlapping).toEqual([]);
  });

  test.each(templateTable)("$id gives each disappointment its text and its bearer", async (entry) => {
    const map = built(entry, await textsOf(language));
    const texts = touchpointsOf(map).flatMap(({ disappointments }) =>
      disappointments.map(({ text }) => text),
    );
    const bearers = Object.values(entry.touchpoints).flatMap(({ burdens = [] }) => burdens);
    expect(texts.every((text) => text.trim() !== "")).toBe(true);
    expect(texts).toHaveLength(bearers.length);
  });
});

describe.each(templateTable)("template $id", (entry) => {
  test("shows what a map is for: a persona, a path, moments of truth, gaps to be closed", async () => {
    const map = built(entry, await textsOf(languages[0]));
    const journey = Object.values(map.nodes).find((node) => node.kind === "journey");
    expect(personasOf(map, journey?.id ?? "").length).toBeGreaterThan(0);
    expect(map.stages.length).toBeGreaterThanOrEqual(5);
    expect(touchpointsOf(map).filter(({ momentOfTruth }) => momentOfTruth).length).toBeGreaterThan(0);
    const coverage = coverageOf(map);
    expect(coverage.withOwner).toBeGreaterThan(coverage.counted / 2);
    expect(coverage.withOwner).toBeLessThan(coverage.counted);
  });

  test("leads the customer through the touchpoints in the order of the table", async () => {
    const t = await textsOf(languages[0]);
    const map = built(entry, t);
    const journey = Object.values(map.nodes).find((node) => node.kind === "journey");
    expect(touchpointsInPathOrder(map, journey?.id ?? "").map(({ title }) => title)).toEqual(
      Object.keys(entry.touchpoints).map((key) => t(`template.${entry.id}.touchpoint.${key}.title`)),
    );
  });

  test("keeps every agreed handover", async () => {
    const map = built(entry, await textsOf(languages[0]));
    const agreed = Object.values(map.connections).filter(({ handover }) => handover !== null);
    expect(agreed).toHaveLength(Object.keys(entry.handovers).length);
  });
});
