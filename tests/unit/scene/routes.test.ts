import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CARD } from "#model/geometry.ts";
import { routeBetween } from "#scene/draw-connection.ts";
import { distanceToPath } from "#scene/path-distance.ts";

const card = (x: number, y: number) => ({ x, y, ...CARD });

describe("the way of a connection", () => {
  test("goes from the right side to the left one of a card to the right", () => {
    const route = routeBetween(card(0, 0), card(340, 110));
    expect(route).toMatchObject({ leaves: "right", meets: "left", end: { x: 340, y: 156 } });
    expect(route.d).toMatch(/^M260 46C/);
  });

  test("goes straight down or up inside of a column", () => {
    expect(routeBetween(card(0, 0), card(0, 110))).toMatchObject({
      leaves: "down",
      meets: "up",
      arrives: "down",
    });
    expect(routeBetween(card(0, 110), card(0, 0))).toMatchObject({
      leaves: "up",
      meets: "down",
      arrives: "up",
    });
  });

  test("goes back in the gap above its own row, past all cards of the rows", () => {
    const route = routeBetween(card(1700, 110), card(0, 110));
    expect(route.middle.y).toBe(101);
    expect(route.end).toEqual({ x: 0, y: 170 });
  });

  test("is made of finite numbers wherever two nodes stand", () => {
    const place = fc.record({
      x: fc.integer({ min: -5000, max: 5000 }),
      y: fc.integer({ min: -5000, max: 5000 }),
      width: fc.integer({ min: 100, max: 300 }),
      height: fc.integer({ min: 90, max: 900 }),
    });
    fc.assert(
      fc.property(place, place, (from, to) => {
        const route = routeBetween(from, to);
        expect(route.d).toMatch(/^M[-0-9. A-Z]+$/);
        expect(Number.isFinite(route.middle.x + route.middle.y + route.end.x + route.end.y)).toBe(true);
      }),
    );
  });
});

describe("the distance to a path", () => {
  test.each([
    ["M0 0L10 0", { x: 5, y: 3 }, 3],
    ["M0 0L10 0", { x: 13, y: 4 }, 5],
    ["M10 5H20V-15", { x: 23, y: -10 }, 3],
    ["M0 0C0 0 10 0 10 0", { x: 4, y: -2 }, 2],
    ["M0 0Q10 0 10 10", { x: 7.5, y: 2.5 }, 0],
  ])("%s from %o is %d", (d, point, distance) => {
    expect(distanceToPath(d, point)).toBeCloseTo(distance, 1);
  });

  test("is nothing along every kind of way, and far beside it something", () => {
    const from = card(0, 500);
    for (const to of [card(600, 200), card(0, 900), card(100, 100), card(-900, 500)]) {
      const { d, end, middle } = routeBetween(from, to);
      // The line stops short of the arrow's head.
      expect(distanceToPath(d, end)).toBeLessThan(8);
      expect(distanceToPath(d, middle)).toBeLessThan(1);
      expect(distanceToPath(d, { x: middle.x + 3000, y: middle.y })).toBeGreaterThan(1000);
    }
  });
});
