import { CARD } from "#model/geometry.ts";
import type { Touchpoint } from "#model/journey-map.ts";
import {
  type Detail,
  initialsOfManager,
  type NodeFacts,
  type Pen,
  ratingColor,
  ratingText,
} from "./drawing.ts";
import { drawChannelIcon, drawSign, type Sign } from "./icons.ts";
import type { ColorName } from "./palette.ts";
import { drawManager, drawOwnerStripe, drawParagraph, drawStar } from "./parts.ts";
import { roundedPath, type Shape } from "./shapes.ts";
import { shortenText } from "./text.ts";

const { width, height } = CARD;
const outline = roundedPath(width, height, 4, 10);

/** A touchpoint's card, from its own top left corner. */
export function drawTouchpoint(node: Touchpoint, facts: NodeFacts, detail: Detail, pen: Pen): Shape[] {
  if (detail === "far") return drawBlock(node);
  const frame: Shape =
    node.owner === null
      ? { type: "path", d: outline, fill: "surface", stroke: "gapOutline", strokeWidth: 2 }
      : { type: "path", d: outline, fill: "surface", stroke: "line", strokeWidth: 1.5 };
  const content = detail === "near" ? drawNear(node, facts, pen) : drawMiddle(node, facts, pen);
  return [frame, ...content];
}

function drawBlock(node: Touchpoint): Shape[] {
  const fill: ColorName = node.owner ?? "gap";
  const block: Shape = {
    type: "rectangle",
    x: 0,
    y: 0,
    width,
    height,
    radius: 10,
    fill,
    ...(node.owner === null ? ({ stroke: "gapOutline", strokeWidth: 8 } as const) : {}),
  };
  return node.momentOfTruth ? [block, drawStar(width - 66, height / 2 - 28, 56)] : [block];
}

function drawMiddle(node: Touchpoint, facts: NodeFacts, pen: Pen): Shape[] {
  const title = node.title || pen.texts.noTitle;
  const size = 21 * pen.typeScale;
  const star = node.momentOfTruth ? [drawStar(width - 38, 55, 28)] : [];
  return [
    ...drawOwnerStripe(node.owner, 40, height, pen),
    ...drawParagraph(
      title,
      { x: 50, y: 7, width: width - 50 - 52, size, weight: 650, lines: 3, color: "ink", leading: 1.12 },
      pen,
    ).shapes,
    ...drawManager(initialsOfManager(facts), width - 26, 28, 19),
    ...star,
  ];
}

const STRIPE = 30;
const LEFT = STRIPE + 11;
const FOOT = 63;

function drawNear(node: Touchpoint, facts: NodeFacts, pen: Pen): Shape[] {
  const title = node.title || pen.texts.noTitle;
  const size = 15.5 * pen.typeScale;
  return [
    ...drawOwnerStripe(node.owner, STRIPE, height, pen),
    ...drawParagraph(
      title,
      {
        x: LEFT,
        y: 10,
        width: width - LEFT - 46,
        size,
        weight: 650,
        lines: 2,
        color: node.title ? "ink" : "inkSoft",
      },
      pen,
    ).shapes,
    ...drawManager(initialsOfManager(facts), width - 24, 24, 15),
    ...(node.momentOfTruth ? [drawStar(width - 33.5, 41, 19)] : []),
    ...drawFoot(node, facts, pen),
  ];
}

/** The signs at the foot of a card, laid from the right; the channel's name gets what room is left. */
function drawFoot(node: Touchpoint, facts: NodeFacts, pen: Pen): Shape[] {
  let right = width - 8;
  const shapes: Shape[] = [];
  const put = (needed: number, draw: (x: number) => readonly Shape[]) => {
    right -= needed;
    shapes.push(...draw(right));
    right -= 5;
  };
  if (facts.findings > 0) put(24, (x) => drawFindings(facts, x));
  counts(node, facts)
    .filter(({ amount }) => amount > 0)
    .forEach(({ sign, amount }) => {
      put(amount > 9 ? 30 : 23, (x) => drawCount(sign, amount, x));
    });
  const { customerRating } = node;
  if (customerRating !== null) put(26, (x) => drawRating(customerRating, x));
  if (node.channel !== "") shapes.push(...drawChannel(node.channel, right, pen));
  return shapes;
}

function counts(node: Touchpoint, { attachments }: NodeFacts): readonly { sign: Sign; amount: number }[] {
  return [
    { sign: "measure", amount: attachments.measures },
    { sign: "content", amount: attachments.contents },
    { sign: "disappointment", amount: node.disappointments.length },
  ];
}

function drawFindings({ findings, isCritical }: NodeFacts, x: number): Shape[] {
  const color = isCritical ? "negative" : "ink";
  return [
    {
      type: "rectangle",
      x,
      y: FOOT,
      width: 24,
      height: 19,
      radius: 9.5,
      fill: "surface",
      stroke: color,
      strokeWidth: 1.5,
    },
    {
      type: "text",
      x: x + 12,
      y: FOOT + 14,
      text: findings > 9 ? "9+" : `!${findings}`,
      size: 12,
      weight: 800,
      color,
      anchor: "middle",
    },
  ];
}

function drawCount(sign: Sign, amount: number, x: number): Shape[] {
  return [
    drawSign(sign, x, FOOT + 2.5, 14, "inkSoft"),
    {
      type: "text",
      x: x + 15.5,
      y: FOOT + 14,
      text: String(Math.min(amount, 99)),
      size: 12,
      weight: 650,
      color: "inkSoft",
    },
  ];
}

function drawRating(rating: number, x: number): Shape[] {
  return [
    { type: "rectangle", x, y: FOOT, width: 26, height: 19, radius: 5, fill: ratingColor(rating) },
    {
      type: "text",
      x: x + 13,
      y: FOOT + 14,
      text: ratingText(rating),
      size: 13,
      weight: 750,
      color: "surface",
      anchor: "middle",
    },
  ];
}

/** From the left of the channel's icon to its name. */
const CHANNEL_NAME = 18;

function drawChannel(channel: string, right: number, pen: Pen): Shape[] {
  const icon = drawChannelIcon(channel, LEFT, FOOT + 2, 15, "inkSoft");
  const room = right - LEFT - CHANNEL_NAME;
  if (room < 26) return [icon];
  const size = 12.5 * pen.typeScale;
  const text = shortenText(channel, { width: room, size, weight: 500 }, pen.measure);
  return [
    icon,
    { type: "text", x: LEFT + CHANNEL_NAME, y: FOOT + 14, text, size, weight: 500, color: "inkSoft" },
  ];
}
