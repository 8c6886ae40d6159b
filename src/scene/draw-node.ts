import type { MapNode } from "#model/journey-map.ts";
import { drawJourney } from "./draw-journey.ts";
import { drawNote } from "./draw-note.ts";
import { drawPersona } from "./draw-persona.ts";
import { drawTouchpoint } from "./draw-touchpoint.ts";
import type { Detail, NodeFacts, Pen } from "./drawing.ts";
import type { Shape } from "./shapes.ts";

/** The picture of a node from its own top left corner. */
export function drawNode(node: MapNode, facts: NodeFacts, detail: Detail, pen: Pen): Shape[] {
  switch (node.kind) {
    case "touchpoint":
      return drawTouchpoint(node, facts, detail, pen);
    case "persona":
      return drawPersona(node, facts, detail, pen);
    case "journey":
      return drawJourney(node, facts, detail, pen);
    case "note":
      return drawNote(node, facts, detail, pen);
  }
}
