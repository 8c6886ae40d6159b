import { describe, expect, it } from "vitest";
import { placedShapes } from "#scene/placed-shapes.ts";
import { hatchPath, roundedPath, type Shape } from "#scene/shapes.ts";

const dot: Shape = { type: "circle", x: 5, y: 10, radius: 3, fill: "ink" };
const rectangle: Shape = { type: "rectangle", x: 0, y: 0, width: 100, height: 40, fill: "surface" };

function extentOf(shape: Shape): readonly [top: number, bottom: number] {
  const [placed] = placedShapes([shape]);
  return [placed?.top ?? Number.NaN, placed?.bottom ?? Number.NaN];
}

/** What is left out of a strip that it reaches into would be missing there. */
function expectWithin(shape: Shape, top: number, bottom: number): void {
  const [from, to] = extentOf(shape);
  expect(from).toBeLessThanOrEqual(top);
  expect(to).toBeGreaterThanOrEqual(bottom);
  expect(from).toBeGreaterThan(top - 40);
  expect(to).toBeLessThan(bottom + 40);
}

describe("shapes out of their groups", () => {
  it("stand where the groups put them, in the same order, as faint as all groups together", () => {
    const inner: Shape = { type: "group", x: 1, y: 2, opacity: 0.5, shapes: [dot] };
    const outer: Shape = { type: "group", x: 100, y: 200, opacity: 0.5, shapes: [rectangle, inner] };
    const placed = placedShapes([outer, dot]);
    expect(placed.map(({ shape, x, y, opacity }) => [shape, x, y, opacity])).toEqual([
      [rectangle, 100, 200, 0.5],
      [dot, 101, 202, 0.25],
      [dot, 0, 0, 1],
    ]);
    expect(placed[1]?.top).toBeLessThanOrEqual(202 + 7);
    expect(placed[1]?.bottom).toBeGreaterThanOrEqual(202 + 13);
  });

  it("reach as far as their ink", () => {
    expectWithin(rectangle, 0, 40);
    expectWithin({ ...rectangle, stroke: "line", strokeWidth: 8 }, -4, 44);
    expectWithin(dot, 7, 13);
    expectWithin({ ...dot, stroke: "line", strokeWidth: 6 }, 4, 16);
    expectWithin({ type: "text", x: 0, y: 50, text: "Ägypten", size: 20, weight: 400, color: "ink" }, 34, 55);
  });

  it("reach as far as the points of their paths, wherever they are moved", () => {
    expectWithin({ type: "path", d: roundedPath(260, 92, 4, 10), fill: "surface" }, 0, 92);
    expectWithin({ type: "path", d: hatchPath(30, 92, 7), y: 300, fill: "gap" }, 300, 392);
    expectWithin(
      { type: "path", d: "M-5 -9L20 -9.5H400V70C1 2 3 90 5 6", stroke: "line", strokeWidth: 3 },
      -11,
      90,
    );
    expectWithin({ type: "path", d: "M0 0Q10 -20 30.5-7Z", x: 9, y: 100, scale: 0.5, fill: "ink" }, 90, 100);
  });

  it("reach over their whole box where a path counts from the point before", () => {
    expectWithin({ type: "path", d: "m2 20 5-5 5 5", y: 50, scale: 0.5, stroke: "ink" }, 50, 62);
  });

  it("leave room for marks piled upon letters", () => {
    const [top, bottom] = extentOf({
      type: "text",
      x: 0,
      y: 0,
      text: `Z${"\u0301".repeat(12)}`,
      size: 10,
      weight: 400,
      color: "ink",
    });
    expect(top).toBeLessThan(-100);
    expect(bottom).toBeGreaterThan(100);
  });
});
