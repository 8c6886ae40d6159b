import { ViewportPortal } from "@xyflow/react";
import { memo, useMemo } from "react";
import { journeysInOrder, laneWidth } from "#model/geometry.ts";
import type { Journey, JourneyMap } from "#model/journey-map.ts";
import { drawLane } from "#scene/draw-lane.ts";
import { useCanvasState } from "./canvas-state.ts";
import { withDragged } from "./flow-edges.ts";
import classes from "./Lanes.module.css";
import { usePen } from "./pen.ts";
import { SceneShapes } from "./SceneShapes.tsx";

/** The ground under the nodes: lanes with their columns, emotion curves and baton strips. */
export function Lanes({ map }: { readonly map: JourneyMap }) {
  const dragged = useCanvasState((state) => state.dragged);
  const shown = useMemo(() => withDragged(map, dragged), [map, dragged]);
  return (
    <ViewportPortal>
      {journeysInOrder(shown).map((journey) => (
        <Lane key={journey.id} map={map} journey={journey} />
      ))}
    </ViewportPortal>
  );
}

const Lane = memo(function Lane({ map, journey }: { readonly map: JourneyMap; readonly journey: Journey }) {
  const pen = usePen();
  const detail = useCanvasState((state) => state.detail);
  const isFaded = useCanvasState((state) => state.showGaps);
  const shapes = useMemo(() => drawLane(map, journey, detail, pen), [map, journey, detail, pen]);
  return (
    <svg
      className={classes.lane}
      data-faded={isFaded || undefined}
      style={{ transform: `translate(${journey.position.x}px, ${journey.position.y}px)` }}
      width={laneWidth(map)}
      height={journey.height}
      aria-hidden="true"
    >
      <SceneShapes shapes={shapes} />
    </svg>
  );
});
