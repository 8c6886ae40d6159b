import { PERSONA } from "#model/geometry.ts";
import type { Persona } from "#model/journey-map.ts";
import { type Detail, initialsOfManager, type NodeFacts, type Pen } from "./drawing.ts";
import { drawSign } from "./icons.ts";
import { drawManager, drawOwnerStripe, drawParagraph } from "./parts.ts";
import { roundedPath, type Shape } from "./shapes.ts";

const { width, height } = PERSONA;
const outline = roundedPath(width, height, 4, 22);

/** A persona's card, from its own top left corner. */
export function drawPersona(node: Persona, facts: NodeFacts, detail: Detail, pen: Pen): Shape[] {
  if (detail === "far") return drawBlock(node);
  const frame: Shape = {
    type: "path",
    d: outline,
    fill: "surface",
    stroke: node.owner === null ? "gapOutline" : "lineStrong",
    strokeWidth: node.owner === null ? 2 : 1.5,
  };
  const content = detail === "near" ? drawNear(node, facts, pen) : drawMiddle(node, facts, pen);
  return [frame, ...content];
}

function drawBlock(node: Persona): Shape[] {
  return [
    {
      type: "path",
      d: outline,
      fill: node.owner ?? "gap",
      ...(node.owner === null ? ({ stroke: "gapOutline", strokeWidth: 8 } as const) : {}),
    },
    { type: "circle", x: width / 2, y: 58, radius: 32, fill: "onOwner", opacity: 0.85 },
    {
      type: "rectangle",
      x: width / 2 - 52,
      y: 98,
      width: 104,
      height: 44,
      radius: 22,
      fill: "onOwner",
      opacity: 0.85,
    },
  ];
}

function drawMiddle(node: Persona, facts: NodeFacts, pen: Pen): Shape[] {
  return [
    ...drawOwnerStripe(node.owner, 40, height, pen),
    drawSign("persona", 54, 14, 36, "inkSoft"),
    ...drawManager(initialsOfManager(facts), width - 30, 32, 20),
    ...drawParagraph(
      node.title || pen.texts.noTitle,
      {
        x: 54,
        y: 54,
        width: width - 68,
        size: 26 * pen.typeScale,
        weight: 700,
        lines: 3,
        color: "ink",
        leading: 1.1,
      },
      pen,
    ).shapes,
  ];
}

function drawNear(node: Persona, facts: NodeFacts, pen: Pen): Shape[] {
  const left = 44;
  const title = drawParagraph(
    node.title || pen.texts.noTitle,
    {
      x: left,
      y: 13,
      width: width - left - 50,
      size: 17 * pen.typeScale,
      weight: 700,
      lines: 2,
      color: "ink",
    },
    pen,
  );
  const iconTop = Math.max(title.bottom + 5, 46);
  const segment = drawParagraph(
    node.segment,
    {
      x: left + 22,
      y: iconTop,
      width: width - left - 38,
      size: 13 * pen.typeScale,
      weight: 500,
      lines: 1,
      color: "inkSoft",
    },
    pen,
  );
  const quote = node.quote === "" ? "" : pen.texts.quotes.join(node.quote);
  const words = drawParagraph(
    quote || node.goals.join(" · ") || node.description,
    {
      x: left,
      y: iconTop + 21,
      width: width - left - 16,
      size: 13.5 * pen.typeScale,
      weight: 450,
      lines: 2,
      color: "ink",
      italic: quote !== "",
    },
    pen,
  );
  const needs = [...node.needs, ...node.frustrations].join(" · ");
  const room = height - words.bottom - 10;
  const more =
    room < 17
      ? []
      : drawParagraph(
          needs,
          {
            x: left,
            y: words.bottom + 4,
            width: width - left - 16,
            size: 12.5 * pen.typeScale,
            weight: 450,
            lines: room < 34 ? 1 : 2,
            color: "inkSoft",
          },
          pen,
        ).shapes;
  return [
    ...drawOwnerStripe(node.owner, 32, height, pen),
    drawSign("persona", left - 1, iconTop, 17, "inkSoft"),
    ...title.shapes,
    ...drawManager(initialsOfManager(facts), width - 27, 27, 16),
    ...segment.shapes,
    ...words.shapes,
    ...more,
  ];
}
