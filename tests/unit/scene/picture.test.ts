import { expect, test } from "vitest";
import { drawPicture, type Picture, type PictureOptions, type PictureTexts } from "#scene/picture.ts";
import type { Shape } from "#scene/shapes.ts";
import { aMap } from "../builders.ts";
import { pen } from "./pen.ts";

const texts: PictureTexts = {
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
  emptyMap: "nothing here yet",
};

const options: PictureOptions = { nodeIds: null, hasTitle: true, hasLegend: true, date: null };

function textsIn(shapes: readonly Shape[], left = 0): { text: string; x: number }[] {
  return shapes.flatMap((shape) =>
    shape.type === "text"
      ? [{ text: shape.text, x: shape.x + left }]
      : shape.type === "group"
        ? textsIn(shape.shapes, shape.x + left)
        : [],
  );
}

function centreOfText(picture: Picture, wanted: string): number | undefined {
  return textsIn(picture.shapes).find(({ text }) => text === wanted)?.x;
}

test("an empty map is a wide sheet that says so in its middle", () => {
  const picture = drawPicture(aMap().build(), options, texts, pen);
  expect(picture.width).toBeGreaterThan(picture.height * 1.5);
  expect(centreOfText(picture, texts.emptyMap)).toBe(picture.width / 2);
});

test("an empty map shows the stages that it has", () => {
  const map = aMap().withStage({ id: "s", name: "Search" }).build();
  const words = textsIn(drawPicture(map, options, texts, pen).shapes).map(({ text }) => text);
  expect(words).toContain("Search");
});

test("a small map stands in the middle over its legend", () => {
  const map = aMap()
    .withNote({ id: "n", title: "Alone", position: { x: 500, y: 900 } })
    .build();
  const { width, shapes } = drawPicture(map, options, texts, pen);
  const words = textsIn(shapes);
  expect(words.map(({ text }) => text)).not.toContain(texts.emptyMap);
  const note = words.find(({ text }) => text === "Alone");
  expect(note?.x).toBeGreaterThan((width - 160) / 2);
  expect(note?.x).toBeLessThan(width / 2);
});

test("a picture without title, legend and date is as wide as what it shows", () => {
  const map = aMap().withNote({ id: "n", title: "Alone" }).build();
  const bare = drawPicture(map, { ...options, hasTitle: false, hasLegend: false }, texts, pen);
  expect(bare.width).toBe(160 + 2 * 40);
});
