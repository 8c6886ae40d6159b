import { expect, test } from "vitest";
import { drawLegend } from "#scene/draw-legend.ts";
import type { Shape } from "#scene/shapes.ts";
import { aMap } from "../builders.ts";
import { pen } from "./pen.ts";

const texts = {
  missingOwner: "nobody owns it",
  missingManager: "no manager",
  manager: "Touchpoint Manager",
  momentOfTruth: "moment of truth",
  handoverOpen: "open",
  handoverAgreed: "agreed",
  handoverConfirmed: "confirmed",
  pingPong: "there and back",
  rating: "customer rating",
  disappointment: "disappointments",
  content: "content pieces",
  measure: "measures",
  finding: "findings",
};

const map = aMap()
  .withPerson({ id: "a", name: "Anna Brandt" })
  .withPerson({ id: "m", name: "Mehmet Aydın" })
  .withPerson({ id: "x", name: "Xaver Unbeteiligt" })
  .withJourney({ id: "j", managerId: "a" })
  .withTouchpoint({ id: "t", managerId: "m" })
  .build();

function textsIn(shapes: readonly Shape[]): string[] {
  return shapes.flatMap((shape) =>
    shape.type === "text" ? [shape.text] : shape.type === "group" ? textsIn(shape.shapes) : [],
  );
}

test("says what every sign means and whose initials they are", () => {
  const words = textsIn(drawLegend(map, ["j", "t"], texts, 2000, pen).shapes);
  for (const text of Object.values({ ...texts, manager: "Touchpoint Manager:" }))
    expect(words).toContain(text);
  expect(words.slice(-5)).toEqual(["Touchpoint Manager:", "AB", "Anna Brandt", "MA", "Mehmet Aydın"]);
});

test("names only who has a node in the picture", () => {
  const words = textsIn(drawLegend(map, ["t"], texts, 2000, pen).shapes);
  expect(words).toContain("Mehmet Aydın");
  expect(words).not.toContain("Anna Brandt");
});

test("takes as many rows as the width asks for", () => {
  const wide = drawLegend(map, ["j", "t"], texts, 4000, pen);
  const narrow = drawLegend(map, ["j", "t"], texts, 500, pen);
  expect(narrow.height).toBeGreaterThan(2 * wide.height);
  for (const shape of narrow.shapes) if (shape.type === "text") expect(shape.x).toBeLessThan(500);
});
