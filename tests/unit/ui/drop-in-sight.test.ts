import { expect, it } from "vitest";
import { wayInto } from "#ui/canvas/use-drop-in-sight.ts";

const view = { x: 100, y: -50, width: 400, height: 200 };

it.each([
  [
    { x: 300, y: 0 },
    { x: 0, y: 0 },
  ],
  [
    { x: -20, y: 0 },
    { x: 120, y: 0 },
  ],
  [
    { x: 900, y: 400 },
    { x: -400, y: -250 },
  ],
  [
    { x: 100, y: -50 },
    { x: 0, y: 0 },
  ],
])("the way of %o into the view is %o", (point, way) => {
  expect(wayInto(view, point)).toEqual(way);
});
