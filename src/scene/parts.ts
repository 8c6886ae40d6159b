import type { Owner } from "#model/journey-map.ts";
import { ownerSlot, type Pen } from "./drawing.ts";
import { hatchPath, path, roundedPath, type Shape, type TextShape } from "./shapes.ts";
import { type TextBox, wrapText } from "./text.ts";

/** Parts that several kinds of nodes share. */

/**
 * The stripe that says who owns a node: colour, letter, and the letter's place (top, middle, bottom). Nobody is a
 * hatched stripe with a question mark, the loudest thing on the map.
 */
export function drawOwnerStripe(owner: Owner, width: number, height: number, pen: Pen): Shape[] {
  const outline = roundedPath(width, height, 3, 0);
  const size = Math.min(width * 0.62, height / 3.9);
  const centre = width / 2;
  if (owner === null) {
    const badge = Math.min(width * 0.44, height * 0.28);
    return [
      { type: "path", d: outline, fill: "gap" },
      { type: "path", d: hatchPath(width, height, 7), fill: "onGap" },
      {
        type: "circle",
        x: centre,
        y: height / 2,
        radius: badge,
        fill: "gap",
        stroke: "onGap",
        strokeWidth: 1.5,
      },
      {
        type: "text",
        x: centre,
        y: height / 2 + badge * 0.62,
        text: "?",
        size: badge * 1.75,
        weight: 800,
        color: "onGap",
        anchor: "middle",
      },
    ];
  }
  const slot = height / 3;
  const y = slot * ownerSlot(owner) + slot / 2;
  const marks = [0, 1, 2]
    .filter((place) => place !== ownerSlot(owner))
    .map(
      (place): Shape => ({
        type: "circle",
        x: centre,
        y: slot * place + slot / 2,
        radius: Math.min(2, width / 10),
        fill: "onOwner",
        opacity: 0.55,
      }),
    );
  return [
    { type: "path", d: outline, fill: owner },
    ...marks,
    {
      type: "text",
      x: centre,
      y: y + size * 0.36,
      text: pen.texts.letter[owner],
      size,
      weight: 800,
      color: "onOwner",
      anchor: "middle",
    },
  ];
}

/** The manager's initials in a circle; an empty dashed circle when there is none. */
export function drawManager(initials: string | null, x: number, y: number, radius: number): Shape[] {
  if (initials === null) {
    return [
      {
        type: "circle",
        x,
        y,
        radius,
        fill: "surface",
        stroke: "lineStrong",
        strokeWidth: radius / 8,
        dash: [radius / 3, radius / 4],
      },
    ];
  }
  const size = radius * (initials.length > 1 ? 0.86 : 1);
  return [
    { type: "circle", x, y, radius, fill: "surfaceSunken", stroke: "inkSoft", strokeWidth: radius / 11 },
    {
      type: "text",
      x,
      y: y + size * 0.36,
      text: initials,
      size,
      weight: 700,
      color: "ink",
      anchor: "middle",
    },
  ];
}

export interface ParagraphBox extends Omit<TextBox, "width"> {
  readonly x: number;
  /** The top of the first line. */
  readonly y: number;
  readonly width: number;
  readonly color: TextShape["color"];
  /** From one baseline to the next, as a multiple of the size. */
  readonly leading?: number;
  readonly italic?: boolean;
}

/** A wrapped text from its top left corner; `bottom` is where the next thing may begin. */
export function drawParagraph(
  text: string,
  box: ParagraphBox,
  pen: Pen,
): { shapes: Shape[]; bottom: number } {
  const leading = (box.leading ?? 1.26) * box.size;
  const lines = wrapText(text, box, pen.measure);
  const shapes = lines.map(
    (line, index): Shape => ({
      type: "text",
      x: box.x,
      y: box.y + box.size * 0.95 + index * leading,
      text: line,
      size: box.size,
      weight: box.weight,
      color: box.color,
      ...(box.italic ? { italic: true } : {}),
    }),
  );
  return { shapes, bottom: box.y + lines.length * leading };
}

const starPoints = Array.from({ length: 10 }, (_, index) => {
  const angle = (index * Math.PI) / 5 - Math.PI / 2;
  const radius = index % 2 === 0 ? 10 : 4.4;
  return { x: 12 + radius * Math.cos(angle), y: 12 + radius * Math.sin(angle) };
});
const starPath = `${starPoints.map(({ x, y }, index) => (index === 0 ? path`M${x} ${y}` : path`L${x} ${y}`)).join("")}Z`;

/** The sign of a moment of truth. */
export function drawStar(x: number, y: number, size: number): Shape {
  return { type: "path", d: starPath, x, y, scale: size / 24, fill: "star", stroke: "ink", strokeWidth: 1.6 };
}
