import { auditOf } from "#model/audit/audit.ts";
import { journeysInOrder } from "#model/geometry.ts";
import type { Connection, Id, JourneyMap, Point } from "#model/journey-map.ts";
import { drawConnections, drawLanes, type MapDrawing } from "#scene/draw-map.ts";
import type { Pen } from "#scene/drawing.ts";
import type { Shape } from "#scene/shapes.ts";
import { withDragged } from "./flow-edges.ts";

/** What the painting of a map depends on besides the map. */
export interface FarState {
  /** Where nodes are while they are being dragged. */
  readonly dragged: ReadonlyMap<Id, Point>;
  /** Nodes that stand on the canvas as elements of their own and are left out of the painting. */
  readonly lifted: ReadonlySet<Id>;
  readonly selectedConnectionIds: ReadonlySet<Id>;
  readonly showGaps: boolean;
}

/** The drawing list of the far level; `resting` is the map as it is drawn while nothing happens. */
export function drawFar(map: JourneyMap, resting: MapDrawing, state: FarState, pen: Pen): Shape[] {
  const { dragged, lifted, selectedConnectionIds, showGaps } = state;
  const moved = withDragged(map, dragged);
  const isLaneMoving = [...dragged.keys()].some((id) => map.nodes[id]?.kind === "journey");
  const lanes = isLaneMoving ? drawLanes(map, journeysInOrder(moved), "far", pen) : resting.lanes;
  // Between two lifted nodes the connection is an element of its own as well.
  const isPainted = ({ from, to }: Connection) => !(lifted.has(from) && lifted.has(to));
  const painted = Object.values(map.connections).filter(isPainted);
  const connections = drawConnections(moved, painted, "far", pen, selectedConnectionIds);
  const nodes = resting.nodes
    .filter((shape) => shape.type !== "group" || shape.nodeId === undefined || !lifted.has(shape.nodeId))
    .map((shape): Shape => {
      if (!showGaps || shape.type !== "group") return shape;
      return auditOf(map).findingsByNode.has(shape.nodeId ?? "") ? shape : { ...shape, opacity: 0.14 };
    });
  return [...lanes, ...connections, ...nodes];
}
