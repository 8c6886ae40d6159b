import { ViewportPortal } from "@xyflow/react";
import { memo, useMemo } from "react";
import { journeysInOrder, laneWidth } from "#model/geometry.ts";
import type { Journey, JourneyMap } from "#model/journey-map.ts";
import { laneDrawing } from "#scene/remembered.ts";
import type { Shape } from "#scene/shapes.ts";
import { useCanvasState } from "./canvas-state.ts";
import { useDraggedLanes } from "./elements.ts";
import classes from "./Lanes.module.css";
import { usePen } from "./pen.ts";
import { SceneShapes } from "./SceneShapes.tsx";
import { withDragged } from "./shown-connections.ts";

interface Props {
  readonly map: JourneyMap;
}

/** The ground under the nodes: lanes with their columns, emotion curves and baton strips. */
export function Lanes({ map }: Props) {
  const pen = usePen();
  const detail = useCanvasState((state) => state.detail);
  const isFaded = useCanvasState((state) => state.showGaps);
  const dragged = useDraggedLanes(map);
  const shown = useMemo(() => withDragged(map, dragged), [map, dragged]);
  const width = laneWidth(map);
  return (
    <ViewportPortal>
      {journeysInOrder(shown).map((journey) => (
        <Lane
          key={journey.id}
          x={journey.position.x}
          y={journey.position.y}
          width={width}
          height={journey.height}
          isFaded={isFaded}
          shapes={laneDrawing(map, restingLane(map, journey), detail, pen)}
        />
      ))}
    </ViewportPortal>
  );
}

/** What is drawn on a lane is drawn from its corner: while it is dragged, nothing of that changes. */
function restingLane(map: JourneyMap, journey: Journey): Journey {
  const resting = map.nodes[journey.id];
  return resting?.kind === "journey" ? resting : journey;
}

interface LaneProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isFaded: boolean;
  readonly shapes: readonly Shape[];
}

const Lane = memo(function Lane({ x, y, width, height, isFaded, shapes }: LaneProps) {
  return (
    <svg
      className={classes.lane}
      data-faded={isFaded || undefined}
      style={{ transform: `translate(${x}px, ${y}px)` }}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <SceneShapes shapes={shapes} />
    </svg>
  );
});
