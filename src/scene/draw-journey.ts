import { LANE_FOOTER, LANE_HEADER_WIDTH } from "#model/geometry.ts";
import type { Journey } from "#model/journey-map.ts";
import { type Detail, initialsOfManager, type NodeFacts, type Pen } from "./drawing.ts";
import { drawSign } from "./icons.ts";
import { CURVE_HEIGHT, CURVE_TOP } from "./lane-footer-metrics.ts";
import { drawManager, drawOwnerStripe, drawParagraph } from "./parts.ts";
import { roundedPath, type Shape } from "./shapes.ts";

const width = LANE_HEADER_WIDTH;

/** The header of a lane, from the lane's top left corner; as high as the lane. */
export function drawJourney(node: Journey, facts: NodeFacts, detail: Detail, pen: Pen): Shape[] {
  const { height } = node;
  const frame: Shape = {
    type: "path",
    d: roundedPath(width, height, 6, 0),
    fill: "laneHeader",
    stroke: node.owner === null ? "gapOutline" : "line",
    strokeWidth: node.owner === null ? 2 : 1.5,
  };
  const stripe = detail === "near" ? 34 : 46;
  const stripes: Shape[] =
    detail === "far"
      ? [{ type: "rectangle", x: 0, y: 0, width: 46, height, fill: node.owner ?? "gap" }]
      : drawOwnerStripe(node.owner, stripe, height, pen);
  const content = detail === "near" ? drawNear(node, facts, pen) : drawTitle(node, facts, detail, pen);
  return [frame, ...stripes, ...content];
}

function drawTitle(node: Journey, facts: NodeFacts, detail: Detail, pen: Pen): Shape[] {
  const isFar = detail === "far";
  const left = 58;
  const manager = isFar ? [] : drawManager(initialsOfManager(facts), width - 30, 34, 21);
  const title = drawParagraph(
    node.title || pen.texts.noTitle,
    {
      x: left,
      y: isFar ? 14 : 66,
      width: width - left - 10,
      size: (isFar ? 34 : 27) * pen.typeScale,
      weight: 750,
      lines: Math.max(1, Math.min(isFar ? 6 : 5, Math.floor((node.height - 80) / (isFar ? 42 : 34)))),
      color: "ink",
      leading: 1.2,
    },
    pen,
  );
  return [...(isFar ? [] : [drawSign("journey", left, 16, 36, "inkSoft")]), ...manager, ...title.shapes];
}

function drawNear(node: Journey, facts: NodeFacts, pen: Pen): Shape[] {
  const left = 46;
  const room = width - left - 14;
  const bottom = node.height - LANE_FOOTER - 6;
  const shapes: Shape[] = [
    drawSign("journey", left, 14, 20, "inkSoft"),
    {
      type: "text",
      x: left + 27,
      y: 29,
      text: pen.texts.state[node.state],
      size: 12.5 * pen.typeScale,
      weight: 600,
      color: "inkSoft",
    },
    ...drawManager(initialsOfManager(facts), width - 28, 26, 16),
  ];
  const title = drawParagraph(
    node.title || pen.texts.noTitle,
    {
      x: left,
      y: 52,
      width: room,
      size: 19 * pen.typeScale,
      weight: 750,
      lines: 4,
      color: "ink",
      leading: 1.22,
    },
    pen,
  );
  shapes.push(...title.shapes);
  let y = title.bottom + 8;
  for (const persona of facts.personas === "" ? [] : facts.personas.split("\n").slice(0, 3)) {
    if (y + 20 > bottom) break;
    shapes.push(drawSign("persona", left, y, 16, "inkSoft"));
    const line = drawParagraph(
      persona,
      {
        x: left + 22,
        y: y + 1,
        width: room - 22,
        size: 13.5 * pen.typeScale,
        weight: 600,
        lines: 2,
        color: "ink",
      },
      pen,
    );
    shapes.push(...line.shapes);
    y = line.bottom + 5;
  }
  for (const text of [node.trigger, node.outcome && `→ ${node.outcome}`]) {
    const lines = Math.min(2, Math.floor((bottom - y) / 17));
    if (text === "" || lines < 1) continue;
    const line = drawParagraph(
      text,
      { x: left, y: y + 3, width: room, size: 13 * pen.typeScale, weight: 450, lines, color: "inkSoft" },
      pen,
    );
    shapes.push(...line.shapes);
    y = line.bottom + 5;
  }
  return [...shapes, ...drawLegend(node.height, left, pen)];
}

/** What the lines and the strip at the lane's foot mean, level with them. */
function drawLegend(height: number, left: number, pen: Pen): Shape[] {
  const top = height - LANE_FOOTER + CURVE_TOP;
  const size = 12 * pen.typeScale;
  const label = (text: string, y: number, weight = 550): Shape => ({
    type: "text",
    x: left,
    y,
    text,
    size,
    weight,
    color: "inkSoft",
  });
  const line = (y: number, dash: boolean): Shape => ({
    type: "path",
    d: `M${width - 48} ${y}H${width - 14}`,
    stroke: dash ? "teamLine" : "customerLine",
    strokeWidth: dash ? 2 : 3,
    ...(dash ? { dash: [6, 4] } : {}),
  });
  return [
    label(pen.texts.emotion, top + 12, 700),
    label(pen.texts.customer, top + 34),
    line(top + 30, false),
    label(pen.texts.team, top + 54),
    line(top + 50, true),
    label(pen.texts.baton, top + CURVE_HEIGHT + 25, 700),
  ];
}
