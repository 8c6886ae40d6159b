import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CARD } from "#model/geometry.ts";
import { routeBetween } from "#scene/draw-connection.ts";

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
