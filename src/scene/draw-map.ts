import { derived } from "#model/derive.ts";
import {
  boundsOf,
  columnsOf,
  journeysInOrder,
  laneRectangle,
  lanesLeft,
  type Rectangle,
  rectangleOf,
} from "#model/geometry.ts";
import type { JourneyMap, MapNode } from "#model/journey-map.ts";
import { nodesInReadingOrder } from "#model/reading-order.ts";
import type { Detail, Pen } from "./drawing.ts";
import { drawParagraph } from "./parts.ts";
import { connectionDrawing, laneDrawing, nodeDrawing, rememberedLook } from "./remembered.ts";
import type { Shape } from "./shapes.ts";

export const STAGE_HEADER_HEIGHT = 48;

/** All that a map draws, in map units, without stage headers; null for an empty map. */
export const boundsOfMap = derived((map: JourneyMap): Rectangle | null =>
  boundsOf([
    ...journeysInOrder(map).map((journey) => laneRectangle(map, journey)),
    ...Object.values(map.nodes).map(rectangleOf),
  ]),
);

export interface MapDrawing {
  readonly lanes: readonly Shape[];
  readonly connections: readonly Shape[];
  readonly nodes: readonly Shape[];
}

/** The drawing list of a whole map; with `only`, of these nodes and the connections among them. */
export function drawMap(map: JourneyMap, detail: Detail, pen: Pen, only?: ReadonlySet<string>): MapDrawing {
  const isDrawn = (id: string) => only === undefined || only.has(id);
  const lanes = journeysInOrder(map)
    .filter(({ id }) => isDrawn(id))
    .map((journey): Shape => {
      return { type: "group", ...journey.position, shapes: laneDrawing(map, journey, detail, pen) };
    });
  const connections = Object.values(map.connections).flatMap((connection) => {
    const from = map.nodes[connection.from];
    const to = map.nodes[connection.to];
    if (!from || !to || !isDrawn(from.id) || !isDrawn(to.id)) return [];
    return connectionDrawing(rememberedLook(map, connection, from, to), detail, pen);
  });
  const nodes = nodesInReadingOrder(map)
    .filter(({ id }) => isDrawn(id))
    .sort((a, b) => depthOf(a) - depthOf(b))
    .map((node) => nodeDrawing(map, node, detail, pen));
  return { lanes, connections, nodes };
}

/** Notes lie on top of cards, cards on lane headers. */
export function depthOf(node: MapNode): number {
  return node.kind === "journey" ? 0 : node.kind === "note" ? 2 : 1;
}

/** The names of the stages as a row whose upper edge is at `y`. */
export function drawStageHeaders(map: JourneyMap, y: number, pen: Pen): Shape[] {
  const left = lanesLeft(map);
  return columnsOf(map).flatMap(({ stageId, offset, width }) => {
    const name =
      stageId === null ? pen.texts.noStage : (map.stages.find(({ id }) => id === stageId)?.name ?? "");
    const box: Shape = {
      type: "rectangle",
      x: left + offset + 3,
      y,
      width: width - 6,
      height: STAGE_HEADER_HEIGHT - 8,
      radius: 8,
      fill: "stageFill",
    };
    const text = drawParagraph(
      name,
      { x: left + offset + 18, y: y + 8, width: width - 36, size: 19, weight: 700, lines: 1, color: "ink" },
      pen,
    );
    return [box, ...text.shapes];
  });
}
