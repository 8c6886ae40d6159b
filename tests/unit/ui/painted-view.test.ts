import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moveOf, pictureFor, stillShows, type View } from "#ui/canvas/painted-view.ts";

const screen = { width: 1000, height: 600 };
const bounds = { x: -2000, y: -2000, width: 12000, height: 9000 };
const view: View = { x: 0, y: 0, zoom: 0.2 };
const painted = pictureFor(view, screen, bounds);

describe("a picture of the map that follows the hand", () => {
  it("holds a quarter of the screen more at each side", () => {
    expect(painted.part).toEqual({ x: -1250, y: -750, width: 7500, height: 4500 });
  });

  it("holds nothing but the map and what reaches out of it", () => {
    const { part } = pictureFor(view, screen, { x: 0, y: 0, width: 100, height: 50 });
    expect(part).toEqual({ x: -80, y: -80, width: 260, height: 210 });
    expect(pictureFor({ x: -9000, y: 0, zoom: 0.2 }, screen, bounds).part.width).toBe(0);
  });

  it("begins on a whole pixel of the screen, so that it is not blurred", () => {
    const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const views = fc.record({ x: number(-300, 300), y: number(-300, 300), zoom: number(0.05, 2) });
    const place = number(-3000, 3000);
    fc.assert(
      fc.property(views, place, place, (at, x, y) => {
        const { part } = pictureFor(at, screen, { x, y, width: 5000, height: 3000 });
        for (const [left, offset] of [
          [part.x, at.x],
          [part.y, at.y],
        ] as const) {
          const pixel = left * at.zoom + offset;
          expect(pixel).toBeCloseTo(Math.round(pixel), 6);
        }
      }),
    );
  });

  it("serves as long as it shows all that is in view, and not further", () => {
    expect(stillShows(painted, { x: -250, y: 0, zoom: 0.2 }, screen, bounds)).toBe(true);
    expect(stillShows(painted, { x: -251, y: 0, zoom: 0.2 }, screen, bounds)).toBe(false);
    expect(stillShows(painted, { x: 0, y: -151, zoom: 0.2 }, screen, bounds)).toBe(false);
  });

  it("may end where the map ends", () => {
    const small = { x: 0, y: 0, width: 3000, height: 2000 };
    const picture = pictureFor(view, screen, small);
    expect(stillShows(picture, { x: -500, y: -300, zoom: 0.2 }, screen, small)).toBe(true);
    expect(stillShows(painted, { x: 500, y: 0, zoom: 0.2 }, screen, bounds)).toBe(false);
    expect(stillShows(painted, { x: 9000, y: 0, zoom: 0.2 }, screen, bounds)).toBe(true);
    expect(stillShows(painted, { x: -9000, y: 0, zoom: 0.2 }, screen, null)).toBe(true);
  });

  it("serves for a map that has grown a little into its margin", () => {
    const small = { x: 0, y: 0, width: 3000, height: 2000 };
    const picture = pictureFor(view, screen, small);
    const grownBy = (width: number) => ({ ...small, width: small.width + width });
    expect(stillShows(picture, view, screen, grownBy(-500), 40)).toBe(true);
    expect(stillShows(picture, view, screen, grownBy(40), 40)).toBe(true);
    expect(stillShows(picture, view, screen, grownBy(50), 40)).toBe(false);
  });

  it("is painted anew when it would be stretched to more than three times, or shrunk to less than half", () => {
    expect(stillShows(painted, { x: 0, y: 0, zoom: 0.6 }, screen, bounds)).toBe(true);
    expect(stillShows(painted, { x: 0, y: 0, zoom: 0.61 }, screen, bounds)).toBe(false);
    expect(stillShows(painted, { x: 0, y: 0, zoom: 0.09 }, screen, bounds)).toBe(false);
  });

  it("lies where the map lies, whatever the view", () => {
    const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const views = fc.record({ x: number(-300, 300), y: number(-300, 300), zoom: number(0.05, 2) });
    fc.assert(
      fc.property(views, views, number(-5000, 5000), (was, is, place) => {
        const picture = pictureFor(was, screen, bounds);
        const [, x = "", stretch = ""] =
          /translate\((\S+)px, \S+px\) scale\((\S+)\)/u.exec(moveOf(picture, is)) ?? [];
        const inPicture = (place - picture.part.x) * was.zoom;
        expect(inPicture * Number(stretch) + Number(x)).toBeCloseTo(place * is.zoom + is.x, 3);
      }),
    );
  });
});
