import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEditor } from "#editor/editor.ts";
import { changeConnection } from "#model/commands/connections.ts";
import { assignManager, assignOwner, convertNode, remove } from "#model/commands/nodes.ts";
import { changeRaci } from "#model/commands/raci.ts";
import type { JourneyMap, RaciChanges } from "#model/journey-map.ts";
import { isChanged, raciOf, rolesWith } from "#model/raci.ts";
import { aMap, LATER, sampleMap } from "../builders.ts";
import { commandOf, countingIds, dice } from "./random-commands.ts";

/** Marketing hands the customer over to Sales, Sales to IT. */
const handedOver = (raci?: RaciChanges) =>
  aMap()
    .withStage()
    .withJourney()
    .withPerson({ name: "Ann" })
    .withTouchpoint({ owner: "marketing" })
    .withTouchpoint({ owner: "sales", managerId: "person1", ...(raci ? { raci } : {}) })
    .withTouchpoint({ owner: "it" })
    .withConnection("touchpoint1", "touchpoint2")
    .withConnection("touchpoint2", "touchpoint3")
    .build();

const editorOf = (map: JourneyMap) => createEditor(map, { now: () => LATER });
const rowIn = (map: JourneyMap, id = "touchpoint2") => raciOf(map).get(id)?.parts;

describe("who has which part", () => {
  it("is derived from owner, manager and handovers", () => {
    expect(rowIn(handedOver())).toEqual({
      marketing: "consulted",
      sales: "responsible",
      it: "informed",
      manager: "accountable",
    });
  });

  it("can be changed and undone, and only what differs is kept", () => {
    const editor = editorOf(handedOver());
    const { map: before } = editor.store.getState();
    editor.dispatch(changeRaci(before, "touchpoint2", "it", "consulted"));
    const { map } = editor.store.getState();
    expect(map.nodes.touchpoint2).toMatchObject({ raci: { it: "consulted" } });
    expect(rowIn(map)).toMatchObject({ it: "consulted", marketing: "consulted" });
    expect(editor.dispatch(changeRaci(map, "touchpoint2", "it", "consulted"))).toBe(false);
    editor.dispatch(changeRaci(map, "touchpoint2", "it", "informed"));
    expect(editor.store.getState().map.nodes.touchpoint2).not.toHaveProperty("raci");
    editor.goTo(0);
    expect(editor.store.getState().map).toBe(before);
  });

  it("may be nothing at all, or several who do the work", () => {
    const map = handedOver({ marketing: "none", it: "responsible" });
    const raci = raciOf(map).get("touchpoint2");
    if (!raci) throw new Error("no row");
    expect(rolesWith(raci, "responsible")).toEqual(["sales", "it"]);
    expect(raci.parts.marketing).toBeNull();
    expect(isChanged(raci, "marketing")).toBe(true);
    expect(isChanged(raci, "sales")).toBe(false);
  });

  it("stays as it was changed when the handovers change, and follows them where it was not", () => {
    const editor = editorOf(handedOver({ marketing: "informed" }));
    editor.dispatch(assignOwner(editor.store.getState().map, ["touchpoint1"], "it"));
    expect(rowIn(editor.store.getState().map)).toMatchObject({ marketing: "informed", it: "consulted" });
    editor.dispatch(changeConnection(["connection1"], { label: "by mail" }));
    expect(rowIn(editor.store.getState().map)).toMatchObject({ marketing: "informed", it: "consulted" });
  });
});

describe("one at most answers for a touchpoint", () => {
  const accountable = (map: JourneyMap) => {
    const raci = raciOf(map).get("touchpoint2");
    return raci && rolesWith(raci, "accountable");
  };

  it("whoever is given that part takes it from the manager or from another discipline", () => {
    const editor = editorOf(handedOver());
    const change = (...[role, part]: [Parameters<typeof changeRaci>[2], Parameters<typeof changeRaci>[3]]) =>
      editor.dispatch(changeRaci(editor.store.getState().map, "touchpoint2", role, part));
    change("sales", "accountable");
    expect(accountable(editor.store.getState().map)).toEqual(["sales"]);
    change("it", "accountable");
    expect(accountable(editor.store.getState().map)).toEqual(["it"]);
    expect(rowIn(editor.store.getState().map)).toMatchObject({ sales: "responsible", manager: null });
    change("manager", "accountable");
    expect(accountable(editor.store.getState().map)).toEqual(["manager"]);
    expect(editor.store.getState().map.nodes.touchpoint2).not.toHaveProperty("raci");
  });

  it("also where a file names two, and where there is no manager", () => {
    expect(accountable(handedOver({ sales: "accountable", it: "accountable" }))).toEqual(["sales"]);
    const editor = editorOf(handedOver({ manager: "responsible" }));
    editor.dispatch(assignManager(editor.store.getState().map, ["touchpoint2"], null));
    expect(rowIn(editor.store.getState().map)?.manager).toBeNull();
  });

  it("whatever is done to a map", () => {
    fc.assert(
      fc.property(fc.array(dice, { maxLength: 20 }), (steps) => {
        const editor = editorOf(sampleMap());
        const newId = countingIds();
        for (const step of steps) editor.dispatch(commandOf(editor.store.getState().map, step, newId));
        for (const raci of raciOf(editor.store.getState().map).values())
          expect(rolesWith(raci, "accountable").length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });
});

it("what was changed goes with its touchpoint", () => {
  const map = handedOver({ it: "consulted" });
  const editor = editorOf(map);
  editor.dispatch(convertNode(map, "touchpoint2", "note"));
  expect(editor.store.getState().map.nodes.touchpoint2).not.toHaveProperty("raci");
  editor.undo();
  editor.dispatch(remove(map, ["touchpoint2"]));
  expect(JSON.stringify(editor.store.getState().map)).not.toContain("raci");
});
