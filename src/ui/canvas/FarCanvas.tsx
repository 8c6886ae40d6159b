import { useStore, useStoreApi } from "@xyflow/react";
import { useEffect, useMemo, useRef } from "react";
import { useStore as useZustand } from "zustand";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { drawMap } from "#scene/draw-map.ts";
import { paintShapes } from "#scene/paint-canvas.ts";
import { palettes } from "#scene/palette.ts";
import { useServices } from "../services.ts";
import { useCanvasState } from "./canvas-state.ts";
import classes from "./FarCanvas.module.css";
import { drawFar } from "./far-drawing.ts";
import { usePen } from "./pen.ts";

interface Props {
  readonly map: JourneyMap;
  /** Nodes that stand on the canvas as elements of their own and are left out of the painting. */
  readonly lifted: ReadonlySet<Id>;
  readonly selectedConnectionIds: ReadonlySet<Id>;
  readonly showGaps: boolean;
}

/** The far level: the whole map painted on one canvas, no element per node. */
export function FarCanvas({ map, lifted, selectedConnectionIds, showGaps }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pen = usePen();
  const theme = useZustand(useServices().settings, (settings) => settings.theme);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const flow = useStoreApi();
  const dragged = useCanvasState((state) => state.dragged);
  const resting = useMemo(() => drawMap(map, "far", pen), [map, pen]);
  const shapes = useMemo(
    () => drawFar(map, resting, { dragged, lifted, selectedConnectionIds, showGaps }, pen),
    [map, resting, dragged, lifted, selectedConnectionIds, showGaps, pen],
  );

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d");
    if (!element || !context) return;
    const ratio = window.devicePixelRatio || 1;
    element.width = Math.max(1, Math.round(width * ratio));
    element.height = Math.max(1, Math.round(height * ratio));
    let frame = 0;
    const paint = () => {
      const [x, y, zoom] = flow.getState().transform;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, element.width, element.height);
      context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * x, ratio * y);
      paintShapes(context, shapes, palettes[theme]);
    };
    paint();
    const unsubscribe = flow.subscribe((state, before) => {
      if (state.transform === before.transform) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(paint);
    });
    return () => {
      cancelAnimationFrame(frame);
      unsubscribe();
    };
  }, [shapes, width, height, flow, theme]);

  return (
    <div aria-hidden="true" className={classes.layer}>
      <canvas ref={canvas} className={classes.canvas} />
    </div>
  );
}
