import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEditor } from "#editor/editor.ts";
import { languages } from "#i18n/languages.ts";
import { type Audit, auditOf } from "#model/audit/audit.ts";
import { ruleOf, rules } from "#model/audit/rules.ts";
import { applyCommand } from "#model/commands/command.ts";
import { changeConnection } from "#model/commands/connections.ts";
import { assignOwner, changeFields } from "#model/commands/nodes.ts";
import { addMeasure, changeMeasure } from "#model/commands/plan.ts";
import { changeAuditSettings, dismissFindings, reopenFindings } from "#model/commands/triage.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { newMeasure } from "#model/new-objects.ts";
import { aMap, LATER, sampleMap } from "../builders.ts";
import { commandOf, countingIds, dice } from "./random-commands.ts";

const TODAY = "2026-12-24";
const auditIn = (map: JourneyMap) => auditOf(map, TODAY);
const editorOf = (map: JourneyMap) => createEditor(map, { now: () => LATER });
const mapOf = (editor: ReturnType<typeof editorOf>) => editor.store.getState().map;
/** With the findings of each node, which are put together when they are asked for. */
const inFull = (audit: Audit, { nodes }: JourneyMap) => ({
  ...audit,
  findingsByNode: Object.keys(nodes).map((id) => [id, audit.findingsByNode.get(id)]),
});
const open = (map: JourneyMap, id: string) => auditIn(map).findings.find((finding) => finding.id === id);

describe("a finding that was dismissed", () => {
  const id = "no-owner:t02";
  function dismissed() {
    const editor = editorOf(sampleMap());
    editor.dispatch(dismissFindings([id], "Nobody can own a recommendation", LATER));
    return editor;
  }

  it("is settled with its reason, and its node wears one badge less", () => {
    const before = auditIn(sampleMap()).findingsByNode.get("t02")?.length ?? 0;
    const map = mapOf(dismissed());
    expect(open(map, id)).toBeUndefined();
    expect(auditIn(map).dismissed).toMatchObject([
      { id, dismissal: { reason: "Nobody can own a recommendation" } },
    ]);
    expect(auditIn(map).findingsByNode.get("t02")).toHaveLength(before - 1);
  });

  it("stays so when something else of its node changes", () => {
    const editor = dismissed();
    editor.dispatch(changeFields(mapOf(editor), ["t02"], { title: "Another title", customerRating: -2 }));
    editor.dispatch(assignOwner(mapOf(editor), ["t03"], "it"));
    expect(open(mapOf(editor), id)).toBeUndefined();
  });

  it("is back again, with its reason, after what the rule reads has changed", () => {
    const editor = dismissed();
    editor.dispatch(assignOwner(mapOf(editor), ["t02"], "sales"));
    expect(open(mapOf(editor), id)).toBeUndefined();
    editor.dispatch(assignOwner(mapOf(editor), ["t02"], null));
    expect(open(mapOf(editor), id)?.dismissal).toMatchObject({
      reason: "Nobody can own a recommendation",
      isLapsed: true,
    });
  });

  it("comes and goes with undo and redo", () => {
    const editor = dismissed();
    editor.undo();
    expect(open(mapOf(editor), id)).toBeDefined();
    editor.redo();
    expect(open(mapOf(editor), id)).toBeUndefined();
    editor.dispatch(assignOwner(mapOf(editor), ["t02"], "sales"));
    editor.undo();
    expect(open(mapOf(editor), id)).toBeUndefined();
    expect(auditIn(mapOf(editor)).dismissed).toHaveLength(1);
  });

  it("can be opened again, and dismissed once more", () => {
    const editor = dismissed();
    editor.dispatch(reopenFindings([id]));
    expect(open(mapOf(editor), id)?.dismissal).toBeNull();
    editor.dispatch(dismissFindings([id], "Still nobody", LATER));
    expect(open(mapOf(editor), id)).toBeUndefined();
  });
});

describe("a dismissal lapses", () => {
  it.each([
    ["handover-open:t04,t05", () => changeConnection(["c-t04-t05"], { handover: null }), true],
    ["handover-open:t04,t05", () => changeConnection(["c-t05-t06"], { label: "by mail" }), false],
    ["handover-open:t04,t05", (map: JourneyMap) => assignOwner(map, ["t04"], "it"), true],
    ["burden-on-customer:t06", () => addMeasure(newMeasure("m9", { touchpointIds: ["t06"] })), true],
    ["burden-on-customer:t06", () => addMeasure(newMeasure("m9", { touchpointIds: ["t07"] })), false],
    ["measure-overdue:m2", (map: JourneyMap) => changeMeasure(map, "m2", { dueOn: "2026-09-16" }), true],
    ["measure-overdue:m2", (map: JourneyMap) => changeMeasure(map, "m2", { budget: "nothing" }), false],
    ["discipline-absent:n-j2", (map: JourneyMap) => assignOwner(map, ["t23"], "marketing"), true],
    ["discipline-absent:n-j2", (map: JourneyMap) => assignOwner(map, ["t23"], "sales"), false],
    ["dead-end:t26", (map: JourneyMap) => changeFields(map, ["t26"], { stageId: "s6" }), true],
  ] as const)("%s (%#)", (id, commandOf, lapses) => {
    const editor = editorOf(sampleMap());
    editor.dispatch(dismissFindings([id], "", LATER));
    editor.dispatch(commandOf(mapOf(editor)));
    expect(mapOf(editor).dismissals[id]?.isLapsed ?? false).toBe(lapses);
  });
});

describe("a dismissal of what a whole journey has a part in", () => {
  const id = "delight-on-disappointment:touchpoint1";
  /** Two journeys that each have a measure where nothing disappoints, and a touchpoint that does in the first. */
  const twoJourneys = () =>
    aMap()
      .withJourney()
      .withTouchpoint({ disappointments: [{ text: "Explain again", burden: "company" }] })
      .withTouchpoint()
      .withMeasure({ touchpointIds: ["touchpoint2"] })
      .withJourney()
      .withTouchpoint()
      .withMeasure({ touchpointIds: ["touchpoint3"] })
      .build();

  it("lapses when its card comes into another journey where the same is found", () => {
    const editor = editorOf(twoJourneys());
    editor.dispatch(dismissFindings([id], "The first journey is told apart", LATER));
    expect(open(mapOf(editor), id)).toBeUndefined();
    editor.dispatch(changeFields(mapOf(editor), ["touchpoint1"], { journeyId: "journey2" }));
    expect(open(mapOf(editor), id)?.dismissal).toMatchObject({ isLapsed: true });
  });
});

describe("the settings of an audit", () => {
  it("are changed one by one, and undone", () => {
    const editor = editorOf(aMap().build());
    editor.dispatch(changeAuditSettings(mapOf(editor), { rulesOff: ["orphan"] }));
    editor.dispatch(changeAuditSettings(mapOf(editor), { mostMoments: 2 }));
    expect(mapOf(editor).audit).toEqual({ rulesOff: ["orphan"], mostMoments: 2, mostTouchpoints: 12 });
    expect(editor.dispatch(changeAuditSettings(mapOf(editor), { mostMoments: 2 }))).toBe(false);
    editor.undo();
    expect(mapOf(editor).audit?.mostMoments).toBe(5);
  });
});

const stories = fc.array(dice, { minLength: 1, maxLength: 15 });

function mapAfter(steps: readonly (typeof dice extends fc.Arbitrary<infer T> ? T : never)[]): JourneyMap {
  const editor = editorOf(sampleMap());
  const newId = countingIds();
  for (const step of steps) editor.dispatch(commandOf(mapOf(editor), step, newId));
  return mapOf(editor);
}

describe("the findings of any map", () => {
  const reversed = <T>(rows: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(rows).reverse());

  it("are the same in the same order, however its parts are kept", () => {
    fc.assert(
      fc.property(stories, (steps) => {
        const map = mapAfter(steps);
        // Not one object is shared: what was found in the one must not be known of the other.
        const turned = structuredClone({
          ...map,
          people: reversed(map.people),
          nodes: reversed(map.nodes),
          connections: reversed(map.connections),
          contents: reversed(map.contents),
          measures: reversed(map.measures),
        });
        expect(auditIn(turned).findings).toEqual(auditIn(map).findings);
      }),
      { numRuns: 60 },
    );
  });

  it("are the same as those of a map that has never been audited before, whatever was changed", () => {
    fc.assert(
      fc.property(stories, (steps) => {
        const editor = editorOf(sampleMap());
        const newId = countingIds();
        // As it comes from one state to the next, with nothing in between that the newest state could be forgotten by.
        const known = steps.map((step) => {
          editor.dispatch(commandOf(mapOf(editor), step, newId));
          return { map: mapOf(editor), audit: inFull(auditIn(mapOf(editor)), mapOf(editor)) };
        });
        // And afresh: a copy shares no object by which something could be known.
        for (const { map, audit } of known) expect(inFull(auditIn(structuredClone(map)), map)).toEqual(audit);
      }),
      { numRuns: 30 },
    );
  });

  it("are listed for their nodes in the order in which they are listed for the map", () => {
    fc.assert(
      fc.property(stories, (steps) => {
        const map = mapAfter(steps);
        const { findings, findingsByNode } = auditIn(map);
        const broad = new Set(rules.filter(({ isBroad }) => isBroad).map(({ id }) => id));
        for (const id of Object.keys(map.nodes)) {
          const here = findings.filter(({ nodeIds, ruleId }) => nodeIds.includes(id) && !broad.has(ruleId));
          expect(findingsByNode.get(id) ?? []).toEqual(here);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("have an id each", () => {
    fc.assert(
      fc.property(stories, (steps) => {
        const ids = auditIn(mapAfter(steps)).findings.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a dismissal of what is found all over a map", () => {
  const lane = () =>
    aMap()
      .withPerson({ name: "Anna" })
      .withJourney()
      .withTouchpoint({ owner: "marketing" })
      .withTouchpoint({ owner: "sales" })
      .withTouchpoint({ owner: "sales" })
      .build();
  const absent = "discipline-absent:journey1";

  it("lapses when another discipline is absent, and stays when a title is written", () => {
    const editor = editorOf(lane());
    editor.dispatch(dismissFindings([absent], "It is bought in", LATER));
    editor.dispatch(changeFields(mapOf(editor), ["touchpoint1"], { title: "Another title" }));
    expect(mapOf(editor).dismissals[absent]?.isLapsed).toBeUndefined();
    editor.dispatch(assignOwner(mapOf(editor), ["touchpoint2", "touchpoint3"], "marketing"));
    expect(mapOf(editor).dismissals[absent]?.isLapsed).toBe(true);
  });
});

describe("fixes", () => {
  const count = countingIds();
  // Not one of those that the stories have given: an object of the same id would not be added.
  const newId = () => `fix-${count()}`;
  const tools = { today: TODAY, newId, measureTitle: () => "Do better" };

  /** Carries out the fix of each finding; returns how many there were. */
  function fixAll(map: JourneyMap): number {
    let done = 0;
    for (const finding of auditIn(map).findings) {
      const command = ruleOf(finding.ruleId)?.fix?.(map, finding, tools) ?? null;
      if (!command) continue;
      done += 1;
      const before = new Set(auditIn(map).findings.map(({ id }) => id));
      const after = auditIn(applyCommand(map, command, LATER)).findings;
      expect(after.map(({ id }) => id)).not.toContain(finding.id);
      const added = after.filter(({ id, ruleId }) => ruleId === finding.ruleId && !before.has(id));
      expect(added.map(({ id }) => id)).toEqual([]);
    }
    return done;
  }

  it("close what they are offered for in the sample, and open nothing of the same rule", () => {
    expect(fixAll(sampleMap())).toBeGreaterThan(10);
  });

  it("do so in any map", () => {
    fc.assert(
      fc.property(stories, (steps) => {
        fixAll(mapAfter(steps));
      }),
      { numRuns: 40 },
    );
  });

  const inLanguages = rules.flatMap(({ id, fix }) =>
    languages.map(({ code, load }) => ({ id, fix, code, load })),
  );
  it.each(inLanguages)("of $id say what they do in $code, and only they", async ({ id, fix, load }) => {
    const { rule } = (await load()) as { rule: Record<string, Record<string, string>> };
    if (fix) expect(rule[id]?.fix).toMatch(/\p{L}/u);
    else expect(rule[id]).not.toHaveProperty("fix");
  });
});

describe("the settings of the audit", () => {
  it.each([
    [50_000, 10_000],
    [Number.POSITIVE_INFINITY, 10_000],
    [Number.NEGATIVE_INFINITY, 1],
    [0, 1],
    [2.5, 3],
  ])("take for %d touchpoints the nearest number that a file can hold: %d", (wanted, kept) => {
    const map = applyCommand(
      sampleMap(),
      changeAuditSettings(sampleMap(), { mostTouchpoints: wanted }),
      LATER,
    );
    expect(map.audit?.mostTouchpoints).toBe(kept);
  });

  it("mend what is in a map when something else of them changes", () => {
    const odd: JourneyMap = {
      ...sampleMap(),
      audit: { rulesOff: [], mostTouchpoints: Number.POSITIVE_INFINITY, mostMoments: 20_000 },
    };
    const map = applyCommand(odd, changeAuditSettings(odd, { rulesOff: ["no-owner"] }), LATER);
    expect(map.audit).toEqual({ rulesOff: ["no-owner"], mostTouchpoints: 10_000, mostMoments: 10_000 });
  });
});
