import type { HandoverState } from "#model/queries.ts";
import type { Shape } from "./shapes.ts";

/** Confirmed: a tick. Agreed but not confirmed: dots. Open: an exclamation mark. */
export function drawHandoverMark(state: HandoverState, x: number, y: number, radius: number): Shape[] {
  const color = state === "confirmed" ? "positive" : state === "open" ? "negative" : "ink";
  const sign: Shape =
    state === "confirmed"
      ? {
          type: "path",
          d: "M-4 0.3L-1.2 3.2L4.2 -3",
          x,
          y,
          scale: radius / 9,
          stroke: "surface",
          strokeWidth: 2.4,
        }
      : {
          type: "text",
          x,
          y: y + radius * (state === "open" ? 0.55 : 0.2),
          text: state === "open" ? "!" : "…",
          size: radius * 1.5,
          weight: 800,
          color: state === "open" ? "negative" : "ink",
          anchor: "middle",
        };
  return [
    {
      type: "circle",
      x,
      y,
      radius,
      fill: state === "confirmed" ? "positive" : "surface",
      stroke: state === "confirmed" ? "surface" : color,
      strokeWidth: radius / 5,
    },
    sign,
  ];
}
