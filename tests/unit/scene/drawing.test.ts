import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type NodeKind, nodeKinds } from "#model/fields.ts";
import { sizeOf } from "#model/geometry.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { newNode } from "#model/new-objects.ts";
import { batonMarkAt } from "#scene/draw-baton.ts";
import { drawMap } from "#scene/draw-map.ts";
import { drawNode } from "#scene/draw-node.ts";
import { type Detail, factsOf, type NodeFacts } from "#scene/drawing.ts";
import { colorNames, palettes } from "#scene/palette.ts";
import type { Shape } from "#scene/shapes.ts";
import { aMap } from "../builders.ts";
import { pen } from "./pen.ts";

const details: readonly Detail[] = ["near", "middle", "far"];
const noFacts: NodeFacts = {
  managerName: null,
  attachments: { contents: 0, measures: 0 },
  findings: 0,
  isCritical: false,
  hasGap: false,
  personas: "",
};

function textsIn(shapes: readonly Shape[]): string[] {
  return shapes.flatMap((shape) =>
    shape.type === "text" ? [shape.text] : shape.type === "group" ? textsIn(shape.shapes) : [],
  );
}

function colorsIn(shapes: readonly Shape[]): string[] {
  return shapes.flatMap((shape) => {
    if (shape.type === "group") return colorsIn(shape.shapes);
    if (shape.type === "text") return [shape.color];
    return [shape.fill, shape.stroke].filter((color) => color !== undefined);
  });
}

describe.each(Object.entries(palettes))("the %s palette", (_name, palette) => {
  test("has a colour for every name", () => {
    for (const name of colorNames) expect(palette[name]).toMatch(/^#[0-9a-f]{6}$/);
  });

  test.each([
    ["ink", "surface", 7],
    ["inkSoft", "surface", 4.5],
    ["inkSoft", "canvas", 4.5],
    ["onOwner", "marketing", 4.5],
    ["onOwner", "sales", 4.5],
    ["onOwner", "it", 4.5],
    ["onGap", "gap", 7],
    ["onAccent", "accent", 4.5],
    ["onNote", "noteYellow", 4.5],
    ["onNote", "noteRed", 4.5],
    ["onNote", "noteGreen", 4.5],
    ["onNote", "noteBlue", 4.5],
    ["onNote", "noteViolet", 4.5],
    ["onNote", "noteGrey", 4.5],
    ["surface", "positive", 4.5],
    ["surface", "negative", 4.5],
    ["surface", "neutral", 4.5],
  ] as const)("%s can be read on %s", (ink, ground, least) => {
    expect(contrast(palette[ink], palette[ground])).toBeGreaterThanOrEqual(least);
  });
});

/** The contrast ratio of two colours after WCAG 2.2, 1 to 21. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe.each(nodeKinds)("a %s", (kind: NodeKind) => {
  test.each(details)("is drawn with finite numbers and known colours for any text (%s)", (detail) => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (title) => {
        const node = newNode(kind, "n", { x: 0, y: 0 }, { title });
        const shapes = drawNode(node, noFacts, detail, pen);
        expect(JSON.stringify(shapes)).not.toMatch(/NaN|Infinity|null|undefined/);
        for (const color of colorsIn(shapes)) expect(colorNames).toContain(color);
      }),
      { numRuns: 40 },
    );
  });

  test("stays inside of its own rectangle", () => {
    const node = newNode(
      kind,
      "n",
      { x: 0, y: 0 },
      { title: "Donaudampfschifffahrtsgesellschaftskapitän ".repeat(9) },
    );
    const { width, height } = sizeOf(node);
    for (const shape of drawNode(node, noFacts, "near", pen)) {
      if (shape.type !== "text") continue;
      expect(shape.y).toBeLessThanOrEqual(height);
      expect(shape.x).toBeLessThanOrEqual(width);
    }
  });
});

describe("a touchpoint near by", () => {
  const map = aMap()
    .withPerson({ name: "Anna Brandt" })
    .withStage()
    .withJourney()
    .withTouchpoint({
      title: "Hotline",
      channel: "Telefon",
      owner: "sales",
      managerId: "person1",
      customerRating: -2,
      momentOfTruth: true,
      disappointments: [{ text: "wait", burden: "customer" }],
    })
    .withTouchpoint({ title: "Nobody's", owner: null })
    .build();
  const draw = (id: string) => {
    const node = map.nodes[id];
    if (!node) throw new Error("no such node");
    return drawNode(node, factsOf(map, node, pen.today), "near", pen);
  };

  test("shows title, owner, manager, rating, star, counts and channel", () => {
    const shapes = draw("touchpoint1");
    expect(textsIn(shapes)).toEqual(expect.arrayContaining(["Hotline", "S", "AB", "−2", "1"]));
    expect(colorsIn(shapes)).toEqual(expect.arrayContaining(["sales", "star", "negative"]));
  });

  test("names its channel in full beside every sign that a card can have", () => {
    const title = "Hotline";
    const node = newNode("touchpoint", "n", { x: 0, y: 0 }, { title, channel: "Telefon" });
    if (node.kind !== "touchpoint") throw new Error("not a touchpoint");
    const disappointments = [{ text: "wait", burden: "customer" as const }];
    const facts = { ...noFacts, findings: 2, attachments: { contents: 1, measures: 1 } };
    const full = { ...node, customerRating: -2, momentOfTruth: true, disappointments };
    expect(textsIn(drawNode(full, facts, "near", pen))).toEqual(
      expect.arrayContaining(["Telefon", "−2", "!2", "1"]),
    );
  });

  test("counts truly, also when there are many", () => {
    const node = newNode("touchpoint", "n", { x: 0, y: 0 });
    const facts = { ...noFacts, attachments: { contents: 12, measures: 250 } };
    const texts = textsIn(drawNode(node, facts, "near", pen));
    expect(texts).toEqual(expect.arrayContaining(["12", "99"]));
  });

  test("without owner and manager shows the hatched stripe, the question mark and the number of findings", () => {
    const shapes = draw("touchpoint2");
    expect(textsIn(shapes)).toContain("?");
    expect(textsIn(shapes)).toContainEqual(expect.stringMatching(/^!\d$/));
    expect(colorsIn(shapes)).toEqual(expect.arrayContaining(["gap", "onGap", "gapOutline"]));
  });
});

test.each(details)("a whole map is drawn, lanes below connections below nodes (%s)", (detail) => {
  const map = aMap()
    .withStage()
    .withJourney()
    .withTouchpoint({ owner: "it", customerRating: 2, teamRating: -1 })
    .build();
  const { lanes, nodes } = drawMap(map, detail, pen);
  expect(lanes).toHaveLength(1);
  expect(nodes.map((shape) => shape.type === "group" && shape.nodeId)).toEqual(["journey1", "touchpoint1"]);
});

describe("the baton strip", () => {
  const path = (...owners: readonly ("marketing" | "sales" | "it" | null)[]) => {
    const builder = aMap().withStage().withJourney();
    for (const owner of owners) builder.withTouchpoint({ owner });
    return builder;
  };
  /** All shapes that are none of others, where they are drawn in the map. */
  const flat = (shapes: readonly Shape[]): readonly Shape[] =>
    shapes.flatMap((shape): readonly Shape[] => {
      if (shape.type !== "group") return [shape];
      const [left, top] = [shape.x ?? 0, shape.y ?? 0];
      return flat(shape.shapes).map((one) => ({ ...one, x: (one.x ?? 0) + left, y: (one.y ?? 0) + top }));
    });
  /** The paths of the arrows with two heads in all lanes, each drawn twice: with an outline, and in colour. */
  const arrowsIn = (shapes: readonly Shape[]): readonly string[] =>
    shapes.flatMap((shape) => {
      if (shape.type === "group") return arrowsIn(shape.shapes);
      return shape.type === "path" && shape.stroke === "negative" && shape.strokeWidth === 3.5
        ? [shape.d]
        : [];
    });

  test.each(details)("marks where the customer is sent straight back, %s", (detail) => {
    const returns = (map: JourneyMap) => arrowsIn(drawMap(map, detail, pen).lanes);
    expect(returns(path("sales", "it", "sales", "sales").build())).toHaveLength(1);
    expect(returns(path("sales", "it", "sales", "it").build())).toHaveLength(2);
    expect(returns(path("sales", "it", "marketing", "sales").build())).toHaveLength(0);
    expect(returns(path("sales", null, "sales").build())).toHaveLength(0);
  });

  test("has its marks where they are drawn, each with its connection where there is one", () => {
    const map = path("sales", "it", "it", "marketing").withConnection("touchpoint1", "touchpoint2").build();
    // The circles of the marks: nothing else in a lane without ratings is round.
    const circles = flat(drawMap(map, "middle", pen).lanes).filter((shape) => shape.type === "circle");
    const marks = circles.map((circle) => batonMarkAt(map, circle));
    expect(marks).toMatchObject([
      { touchpointId: "touchpoint2", connectionId: "connection1" },
      { touchpointId: "touchpoint4", connectionId: null },
    ]);
    expect(circles.map(({ x, y }) => batonMarkAt(map, { x: x + 30, y }))).toEqual([null, null]);
  });

  test.each([
    [null, "open", "!"],
    [{ information: "Name", promise: "", timeLimit: null, confirmed: false }, "agreed", "…"],
    [{ information: "Name", promise: "", timeLimit: null, confirmed: true }, "confirmed", null],
  ] as const)("with %o shows a handover that is %s", (handover, state, sign) => {
    const map = path("sales", "it").withConnection("touchpoint1", "touchpoint2", { handover }).build();
    const shapes = flat(drawMap(map, "middle", pen).lanes);
    const [mark] = shapes.filter((shape) => shape.type === "circle");
    expect(mark && batonMarkAt(map, mark)?.state).toBe(state);
    const next = mark && shapes[shapes.indexOf(mark) + 1];
    expect(next?.type === "text" ? next.text : null).toBe(sign);
  });

  test("is hatched and wears a question mark where nobody owns it", () => {
    const holes = (map: JourneyMap) =>
      flat(drawMap(map, "middle", pen).lanes).filter(
        (shape) => shape.type === "rectangle" && shape.fill === "gap",
      ).length;
    expect(holes(path("sales", null, "it", null).build())).toBe(2);
    expect(holes(path("sales", "it").build())).toBe(0);
    const texts = flat(drawMap(path(null).build(), "middle", pen).lanes).map((shape) =>
      shape.type === "text" ? shape.text : null,
    );
    expect(texts).toContain("?");
  });

  test("is drawn anew when the owner changes where a connection leads to another lane", () => {
    const lanes = (owner: "marketing" | "sales") =>
      path("sales", "it")
        .withJourney()
        .withTouchpoint({ owner })
        .withConnection("touchpoint1", "touchpoint2")
        .withConnection("touchpoint2", "touchpoint3")
        .build();
    const before = lanes("marketing");
    expect(arrowsIn(drawMap(before, "near", pen).lanes)).toHaveLength(0);
    const nodes = { ...before.nodes, touchpoint3: lanes("sales").nodes.touchpoint3 };
    const after = { ...before, nodes } as typeof before;
    expect(arrowsIn(drawMap(after, "near", pen).lanes)).toHaveLength(1);
  });
});
