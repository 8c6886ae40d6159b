import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moveOf, paintedPart, REACH, stillShows, type View } from "#ui/canvas/painted-view.ts";

const screen = { width: 1000, height: 600 };
const bounds = { x: 0, y: 0, width: 8000, height: 5000 };
const painted: View = { x: 0, y: 0, zoom: 0.2 };

describe("a picture of the map that follows the hand", () => {
  it("holds a quarter of the screen more at each side", () => {
    expect(paintedPart(painted, screen)).toEqual({ x: -1250, y: -750, width: 7500, height: 4500 });
  });

  it("serves as long as it shows all that is in view, and not further", () => {
    expect(stillShows(painted, { x: -250, y: 0, zoom: 0.2 }, screen, bounds)).toBe(true);
    expect(stillShows(painted, { x: -251, y: 0, zoom: 0.2 }, screen, bounds)).toBe(false);
    expect(stillShows(painted, { x: 0, y: -151, zoom: 0.2 }, screen, bounds)).toBe(false);
  });

  it("may end where the map ends", () => {
    const small = { x: 0, y: 0, width: 3000, height: 2000 };
    expect(stillShows(painted, { x: -500, y: -300, zoom: 0.2 }, screen, small)).toBe(true);
    expect(stillShows(painted, { x: 5000, y: 0, zoom: 0.2 }, screen, bounds)).toBe(true);
    expect(stillShows(painted, { x: -9000, y: 0, zoom: 0.2 }, screen, null)).toBe(true);
  });

  it("is painted anew when it would be stretched to more than double", () => {
    expect(stillShows(painted, { x: 0, y: 0, zoom: 0.4 }, screen, bounds)).toBe(true);
    expect(stillShows(painted, { x: 0, y: 0, zoom: 0.41 }, screen, bounds)).toBe(false);
    expect(stillShows(painted, { x: 0, y: 0, zoom: 0.09 }, screen, bounds)).toBe(false);
  });

  it("lies where the map lies, whatever the view", () => {
    const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const views = fc.record({ x: number(-3000, 3000), y: number(-3000, 3000), zoom: number(0.05, 2) });
    fc.assert(
      fc.property(views, views, number(-5000, 5000), (was, is, place) => {
        const [, x = "", stretch = ""] =
          /translate\((\S+)px, \S+px\) scale\((\S+)\)/u.exec(moveOf(was, is, screen)) ?? [];
        const inPicture = place * was.zoom + was.x + screen.width * REACH;
        expect(inPicture * Number(stretch) + Number(x)).toBeCloseTo(place * is.zoom + is.x, 3);
      }),
    );
  });
});
