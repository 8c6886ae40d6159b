import { NOTE } from "#model/geometry.ts";
import type { Note } from "#model/journey-map.ts";
import { type Detail, initialsOfManager, type NodeFacts, type Pen } from "./drawing.ts";
import type { ColorName } from "./palette.ts";
import { drawParagraph } from "./parts.ts";
import type { Shape } from "./shapes.ts";

const { width, height } = NOTE;

const papers: Readonly<Record<Note["color"], ColorName>> = {
  yellow: "noteYellow",
  red: "noteRed",
  green: "noteGreen",
  blue: "noteBlue",
  violet: "noteViolet",
  grey: "noteGrey",
};

/** A workshop card, from its own top left corner. */
export function drawNote(node: Note, facts: NodeFacts, detail: Detail, pen: Pen): Shape[] {
  const paper: Shape = {
    type: "path",
    d: `M3 0H${width - 3}A3 3 0 0 1 ${width} 3V${height - 22}L${width - 22} ${height}H3A3 3 0 0 1 0 ${height - 3}V3A3 3 0 0 1 3 0Z`,
    fill: papers[node.color] ?? "noteYellow",
    stroke: "lineStrong",
    strokeWidth: 1,
  };
  if (detail === "far") return [paper];
  const size = (detail === "near" ? 15.5 : 21) * pen.typeScale;
  const text = drawParagraph(
    node.title || pen.texts.noTitle,
    {
      x: 12,
      y: 11,
      width: width - 22,
      size,
      weight: 550,
      lines: detail === "near" ? 4 : 3,
      color: "onNote",
      leading: 1.22,
    },
    pen,
  );
  const fold: Shape = {
    type: "path",
    d: `M${width} ${height - 22}H${width - 22}V${height}Z`,
    fill: "onNote",
    opacity: 0.16,
  };
  return [paper, fold, ...text.shapes, ...drawResponsible(node, facts, pen)];
}

/** A note may have an owner and a manager, but lacking them is no gap: only what is set is shown. */
function drawResponsible(node: Note, facts: NodeFacts, pen: Pen): Shape[] {
  const y = height - 18;
  const shapes: Shape[] = [];
  if (node.owner !== null) {
    shapes.push(
      { type: "rectangle", x: 10, y: y - 10, width: 20, height: 20, radius: 4, fill: node.owner },
      {
        type: "text",
        x: 20,
        y: y + 5,
        text: pen.texts.letter[node.owner],
        size: 13,
        weight: 800,
        color: "onOwner",
        anchor: "middle",
      },
    );
  }
  const initials = initialsOfManager(facts);
  if (initials !== null) {
    const x = node.owner === null ? 10 : 36;
    shapes.push({ type: "text", x, y: y + 5, text: initials, size: 13, weight: 700, color: "onNote" });
  }
  return shapes;
}
