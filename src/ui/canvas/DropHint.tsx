import { ViewportPortal } from "@xyflow/react";
import { useMemo } from "react";
import { cellAt, cellRectangle, centreOf, rectangleOf } from "#model/geometry.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { useCanvasState } from "./canvas-state.ts";
import classes from "./DropHint.module.css";

/** The cell into which a dragged touchpoint would fall. */
export function DropHint({ map }: { readonly map: JourneyMap }) {
  const dragged = useCanvasState((state) => state.dragged);
  const cell = useMemo(() => {
    if ([...dragged.keys()].some((id) => map.nodes[id]?.kind === "journey")) return null;
    for (const [id, position] of dragged) {
      const node = map.nodes[id];
      if (node?.kind !== "touchpoint") continue;
      const { journeyId, stageId } = cellAt(map, centreOf({ ...rectangleOf(node), ...position }));
      const journey = journeyId === null ? undefined : map.nodes[journeyId];
      if (journey?.kind === "journey") return cellRectangle(map, journey, stageId);
    }
    return null;
  }, [map, dragged]);
  if (!cell) return null;
  const { x, y, width, height } = cell;
  return (
    <ViewportPortal>
      <div className={classes.cell} style={{ transform: `translate(${x}px, ${y}px)`, width, height }} />
    </ViewportPortal>
  );
}
