import { describe, expect, it } from "vitest";
import { applyCommand } from "#model/commands/command.ts";
import { overlaps, rectangleOf } from "#model/geometry.ts";
import { invariantViolations } from "#model/invariants.ts";
import type { Id, JourneyMap, MapNode } from "#model/journey-map.ts";
import { emptyMap, newNode, newStage } from "#model/new-objects.ts";
import { connectionsOf } from "#model/queries.ts";
import { type Capture, type CaptureKeyEvent, captureKey, linesToTouchpoints } from "#ui/capture.ts";

const AT = "2026-01-01T00:00:00.000Z";

function options(letters = { marketing: "M", sales: "S", it: "I" }) {
  let count = 0;
  return {
    newId: () => {
      count += 1;
      return `new${count}`;
    },
    newJourneyTitle: "New journey",
    letters,
  };
}

function key(name: string, modifiers: Partial<CaptureKeyEvent> = {}): CaptureKeyEvent {
  return { key: name, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...modifiers };
}

const touchpoint = (id: Id, x: number, y: number, stageId: Id | null, journeyId: Id | null = "j") =>
  newNode("touchpoint", id, { x, y }, { title: id, stageId, journeyId });

/** A lane of two stages; a1 and a2 stand below each other in the first one. */
function lane(...more: readonly MapNode[]): JourneyMap {
  const nodes = [
    newNode("journey", "j", { x: 0, y: 0 }, { title: "Buying" }),
    touchpoint("a1", 280, 40, "a"),
    touchpoint("a2", 280, 150, "a"),
    ...more,
  ];
  return {
    ...emptyMap("map", "Map", AT),
    stages: [newStage("a", "First"), newStage("b", "Second")],
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
  };
}

function apply(map: JourneyMap, capture: Pick<Capture, "command"> | null): JourneyMap {
  if (!capture?.command) throw new Error("no command");
  const after = applyCommand(map, capture.command, AT);
  expect(invariantViolations(after)).toEqual([]);
  return after;
}

describe("Tab", () => {
  it("adds the next touchpoint in the next stage, in the same row, connected", () => {
    const map = lane();
    const result = captureKey(key("Tab"), map, "a2", options());
    const after = apply(map, result);
    expect(result).toMatchObject({ selectId: "new1", next: "rename", text: null });
    expect(after.nodes.new1).toMatchObject({ journeyId: "j", stageId: "b", position: { x: 620, y: 150 } });
    expect(connectionsOf(after, "a2").outgoing.map(({ to }) => to)).toEqual(["new1"]);
    expect(result?.command?.label).toEqual({ key: "add", thing: "touchpoint", count: 1 });
  });

  it("stays in the last stage, below", () => {
    const map = lane(touchpoint("b1", 620, 40, "b"), touchpoint("b2", 620, 150, "b"));
    const after = apply(map, captureKey(key("Tab"), map, "b1", options()));
    expect(after.nodes.new1).toMatchObject({ stageId: "b", position: { x: 620, y: 260 } });
    expect(connectionsOf(after, "b1").outgoing).toHaveLength(1);
  });

  it("goes to the right where there are no stages, and on in the next row at the widest", () => {
    const { stages: _, ...rest } = lane();
    let map: JourneyMap = {
      ...rest,
      stages: [],
      nodes: {
        j: newNode("journey", "j", { x: 0, y: 0 }),
        c0: touchpoint("c0", 280, 40, null),
      },
    };
    const newId = options().newId;
    let last = "c0";
    for (let count = 1; count <= 20; count += 1) {
      const result = captureKey(key("Tab"), map, last, { ...options(), newId });
      map = apply(map, result);
      const next = result?.selectId ?? "";
      expect(connectionsOf(map, last).outgoing.map(({ to }) => to)).toEqual([next]);
      const position = count < 20 ? { x: 280 + count * 280, y: 40 } : { x: 280, y: 150 };
      expect(map.nodes[next]).toMatchObject({ stageId: null, journeyId: "j", position });
      last = next;
    }
  });

  it("adds the first touchpoint of a journey, a journey of a persona, a note beside a note", () => {
    const persona = newNode("persona", "p", { x: -400, y: 0 });
    const note = newNode("note", "n", { x: 0, y: 900 }, { color: "blue" });
    const map = lane(persona, note);
    const ofJourney = apply(map, captureKey(key("Tab"), map, "j", options()));
    expect(ofJourney.nodes.new1).toMatchObject({ kind: "touchpoint", stageId: "a", position: { y: 260 } });
    const ofPersona = apply(map, captureKey(key("Tab"), map, "p", options()));
    expect(ofPersona.nodes.new1?.kind).toBe("journey");
    expect(connectionsOf(ofPersona, "p").outgoing.map(({ to }) => to)).toEqual(["new1"]);
    const ofNote = apply(map, captureKey(key("Tab"), map, "n", options()));
    expect(ofNote.nodes.new1).toMatchObject({ kind: "note", color: "blue", position: { x: 180, y: 900 } });
  });

  it("is left to the browser with Shift and when nothing is selected", () => {
    expect(captureKey(key("Tab", { shiftKey: true }), lane(), "a1", options())).toBeNull();
    expect(captureKey(key("Tab"), lane(), null, options())).toBeNull();
  });
});

describe("Enter", () => {
  it("adds a touchpoint below in the same stage, never above, unconnected", () => {
    const map = lane();
    const after = apply(map, captureKey(key("Enter"), map, "a1", options()));
    expect(after.nodes.new1).toMatchObject({ stageId: "a", position: { x: 280, y: 260 } });
    expect(after.connections).toEqual({});
  });

  it("makes a first journey along when there is none", () => {
    const map = { ...emptyMap("map", "Map", AT), stages: [newStage("a", "First")] };
    const after = apply(map, captureKey(key("Enter"), map, null, options()));
    expect(after.nodes.new2).toMatchObject({ kind: "journey", title: "New journey" });
    expect(after.nodes.new1).toMatchObject({ journeyId: "new2", stageId: "a", position: { x: 280, y: 40 } });
  });

  it("works in a map without stages", () => {
    const map = emptyMap("map", "Map", AT);
    const first = apply(map, captureKey(key("Enter"), map, null, options()));
    const next = captureKey(key("Tab"), first, "new1", { ...options(), newId: () => crypto.randomUUID() });
    const after = apply(first, next);
    const cards = Object.values(after.nodes).filter(({ kind }) => kind === "touchpoint");
    expect(cards).toHaveLength(2);
    expect(cards.every((card) => card.kind === "touchpoint" && card.stageId === null)).toBe(true);
  });

  it("keeps a touchpoint without a journey outside of the lanes", () => {
    const map = lane(touchpoint("lost", 280, 1000, null, null));
    const after = apply(map, captureKey(key("Enter"), map, "lost", options()));
    expect(after.nodes.new1).toMatchObject({ journeyId: null, position: { x: 280, y: 1110 } });
  });

  it("adds a journey below a journey and a note below a note, of its colour", () => {
    const map = lane(newNode("note", "n", { x: 0, y: 900 }, { color: "blue" }));
    const ofJourney = apply(map, captureKey(key("Enter"), map, "j", options()));
    expect(ofJourney.nodes.new1).toMatchObject({ kind: "journey", position: { x: 0, y: 460 } });
    const ofNote = apply(map, captureKey(key("Enter"), map, "n", options()));
    expect(ofNote.nodes.new1).toMatchObject({ kind: "note", color: "blue", position: { x: 0, y: 1040 } });
  });

  it("adds a persona below a persona without covering anything", () => {
    const map = lane(
      newNode("persona", "p", { x: -400, y: 0 }),
      newNode("persona", "q", { x: -400, y: 180 }),
    );
    const after = apply(map, captureKey(key("Enter"), map, "p", options()));
    const added = after.nodes.new1;
    if (added?.kind !== "persona") throw new Error("no persona added");
    const others = Object.values(after.nodes).filter(({ id }) => id !== "new1");
    expect(others.some((other) => overlaps(rectangleOf(other), rectangleOf(added)))).toBe(false);
  });
});

describe("letters and digits", () => {
  const german = { marketing: "M", sales: "V", it: "I" };
  it.each([
    ["m", "marketing"],
    ["S", "sales"],
    ["i", "it"],
    ["v", "sales"],
  ])("%s sets the owner", (letter, owner) => {
    const map = lane();
    const after = apply(map, captureKey(key(letter), map, "a1", options(german)));
    expect(after.nodes.a1?.owner).toBe(owner);
  });

  it("sets the owner of all that is selected", () => {
    const map = lane();
    const result = captureKey(key("m"), map, "a1", { ...options(), nodeIds: ["a1", "a2"] });
    expect(apply(map, result).nodes.a2?.owner).toBe("marketing");
  });

  it("begins a title with M when Shift is held, and with any other letter", () => {
    const shifted = captureKey(key("M", { shiftKey: true }), lane(), "a1", options());
    expect(shifted).toEqual({ command: null, selectId: "a1", next: "rename", text: "M" });
    expect(captureKey(key("v"), lane(), "a1", options())).toMatchObject({ next: "rename", text: "v" });
    expect(captureKey(key("Ö"), lane(), "a1", options())).toMatchObject({ next: "rename", text: "Ö" });
    expect(captureKey(key("F2"), lane(), "a1", options())).toMatchObject({ next: "rename", text: null });
  });

  it.each([
    ["1", -2],
    ["3", 0],
    ["5", 2],
  ])("%s rates a touchpoint", (digit, rating) => {
    const map = lane();
    expect(apply(map, captureKey(key(digit), map, "a1", options())).nodes.a1).toMatchObject({
      customerRating: rating,
    });
    expect(captureKey(key(digit), map, "j", options())).toBeNull();
  });

  it("opens the managers with @, however the keyboard writes it", () => {
    for (const modifiers of [{}, { altKey: true }, { altKey: true, ctrlKey: true }, { shiftKey: true }]) {
      expect(captureKey(key("@", modifiers), lane(), "a1", options())).toMatchObject({ next: "pickManager" });
    }
    expect(captureKey(key("@"), lane(), null, options())).toBeNull();
  });

  it.each(["ArrowUp", "Delete", " ", "Dead", "?", "Escape"])("leaves %s alone", (name) => {
    expect(captureKey(key(name), lane(), "a1", options())).toBeNull();
  });

  it("leaves shortcuts alone", () => {
    expect(captureKey(key("s", { ctrlKey: true }), lane(), "a1", options())).toBeNull();
    expect(captureKey(key("i", { metaKey: true }), lane(), "a1", options())).toBeNull();
  });
});

describe("pasting lines", () => {
  const titles = (map: JourneyMap, ids: readonly Id[]) => ids.map((id) => map.nodes[id]?.title);

  it("makes a touchpoint of each line, without its bullet, below the anchor in its cell", () => {
    const map = lane();
    const text = "- Website\r\n\n 2) Hotline \n• [ ] Visit\n\t3 letters\n   \n–";
    const result = linesToTouchpoints(map, text, "a1", options());
    if (!result) throw new Error("nothing");
    const after = apply(map, result);
    expect(titles(after, result.ids)).toEqual(["Website", "Hotline", "Visit", "3 letters"]);
    expect(result.ids.map((id) => after.nodes[id]?.position.y)).toEqual([260, 370, 480, 590]);
    expect(after.nodes.new1).toMatchObject({ journeyId: "j", stageId: "a" });
    expect(after.connections).toEqual({});
  });

  it("uses the first cell without an anchor and makes a journey where there is none", () => {
    const map = emptyMap("map", "Map", AT);
    const result = linesToTouchpoints(map, "One\nTwo", null, options());
    if (!result) throw new Error("nothing");
    const after = apply(map, result);
    expect(Object.values(after.nodes).filter(({ kind }) => kind === "journey")).toHaveLength(1);
    expect(after.nodes.new2).toMatchObject({ title: "Two", journeyId: "new3" });
  });

  it("keeps signs of every script, and no half or hidden character", () => {
    const text = "👨‍👩‍👧 Familie\nمرحبا\n\ud800half\nnul\u0000char";
    const result = linesToTouchpoints(lane(), text, null, options());
    const map = result ? applyCommand(lane(), result.command, AT) : lane();
    const titles = result?.ids.map((id) => map.nodes[id]?.title);
    expect(titles).toEqual(["👨‍👩‍👧 Familie", "مرحبا", "\ufffdhalf", "nul char"]);
  });

  it("takes 500 lines at the most and says how many are left, in a moment", () => {
    const text = Array.from({ length: 510 }, (_, index) => `Line ${index}`).join("\n");
    const result = linesToTouchpoints(lane(), text, null, options());
    expect(result?.ids).toHaveLength(500);
    expect(result?.left).toBe(10);
    expect(Object.keys(apply(lane(), result).nodes)).toHaveLength(503);
  });

  it("keeps a short line as it is", () => {
    const pasted = linesToTouchpoints(lane(), "x".repeat(200), null, options());
    expect(apply(lane(), pasted).nodes.new1).toMatchObject({ title: "x".repeat(200), description: "" });
  });

  it.each([
    ["words", "Anfrage ".repeat(30).trim(), `${"Anfrage ".repeat(25).trim()}…`],
    ["words that end at the edge", `${"x".repeat(199)} yes`, `${"x".repeat(199)}…`],
    ["a script without spaces", "顾客".repeat(200), `${"顾客".repeat(99)}顾…`],
    ["signs of several code units", "👩‍💻".repeat(300), `${"👩‍💻".repeat(199)}…`],
  ])("cuts a long line of %s and keeps all of it in the description", (_, line, title) => {
    const pasted = linesToTouchpoints(lane(), `- ${line}`, null, options());
    expect(apply(lane(), pasted).nodes.new1).toMatchObject({ title, description: line });
  });

  it("loses nothing of a line of megabytes, in a moment", () => {
    const line = "Die Kundin ruft an. ".repeat(150_000).trim();
    const pasted = linesToTouchpoints(lane(), line, null, options());
    const made = apply(lane(), pasted).nodes.new1;
    expect(made?.title.length).toBeLessThanOrEqual(200);
    expect(made?.description).toBe(line);
  });

  it("makes nothing of empty text", () => {
    expect(linesToTouchpoints(lane(), " \n\n - \n", null, options())).toBeNull();
    expect(linesToTouchpoints(lane(), "\u200b\n\u0000\n\ufeff", null, options())).toBeNull();
  });
});
