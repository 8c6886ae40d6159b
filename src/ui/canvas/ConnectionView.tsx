import type { EdgeProps } from "@xyflow/react";
import { memo, useMemo } from "react";
import { drawConnection } from "#scene/draw-connection.ts";
import classes from "./ConnectionView.module.css";
import { useCanvasState } from "./canvas-state.ts";
import type { FlowEdge } from "./flow-edges.ts";
import { usePen } from "./pen.ts";
import { SceneShapes } from "./SceneShapes.tsx";

/** A connection, drawn by the scene; an invisible broad line makes it easy to hit. */
export const ConnectionView = memo(function ConnectionView({ data, selected }: EdgeProps<FlowEdge>) {
  const pen = usePen();
  const detail = useCanvasState((state) => state.detail);
  const look = data?.look;
  const shapes = useMemo(
    () => (look ? drawConnection(look, detail, pen, selected ? "accent" : "connection") : []),
    [look, detail, pen, selected],
  );
  if (!look) return null;
  return (
    <g
      className={classes.connection}
      data-selected={selected || undefined}
      data-faded={data.isFaded || undefined}
    >
      <path d={look.route.d} className={classes.halo} />
      <SceneShapes shapes={shapes} />
      <path d={look.route.d} className={`${classes.target} react-flow__edge-interaction`} />
    </g>
  );
});
