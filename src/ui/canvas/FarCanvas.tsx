import { useStore, useStoreApi } from "@xyflow/react";
import { useEffect, useMemo, useRef } from "react";
import { useStore as useZustand } from "zustand";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { boundsOfMap, drawMap } from "#scene/draw-map.ts";
import { paintShapes } from "#scene/paint-canvas.ts";
import { palettes } from "#scene/palette.ts";
import { useServices } from "../services.ts";
import { useCanvasState } from "./canvas-state.ts";
import classes from "./FarCanvas.module.css";
import { drawFar } from "./far-drawing.ts";
import { moveOf, REACH, stillShows, type View } from "./painted-view.ts";
import { usePen } from "./pen.ts";

/** The hand rests when it has not moved for so long, milliseconds. */
const REST = 120;

interface Props {
  readonly map: JourneyMap;
  /** Nodes that stand on the canvas as elements of their own and are left out of the painting. */
  readonly lifted: ReadonlySet<Id>;
  readonly selectedConnectionIds: ReadonlySet<Id>;
  readonly showGaps: boolean;
}

/**
 * The far level: the whole map painted on one canvas, no element per node. While the hand moves, the picture is moved
 * and stretched; it is painted anew when it does not reach far enough, and sharply when the hand rests.
 */
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

  const bounds = useMemo(() => boundsOfMap(map), [map]);

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d");
    if (!element || !context) return;
    const ratio = window.devicePixelRatio || 1;
    const screen = { width, height };
    element.width = Math.max(1, Math.round(width * (1 + 2 * REACH) * ratio));
    element.height = Math.max(1, Math.round(height * (1 + 2 * REACH) * ratio));
    let painted = viewOf(flow.getState().transform);
    let frame = 0;
    let rest = 0;
    const paint = () => {
      painted = viewOf(flow.getState().transform);
      const { x, y, zoom } = painted;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, element.width, element.height);
      const [left, top] = [x + width * REACH, y + height * REACH];
      context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * left, ratio * top);
      paintShapes(context, shapes, palettes[theme]);
      element.style.transform = moveOf(painted, painted, screen);
    };
    const follow = () => {
      const view = viewOf(flow.getState().transform);
      clearTimeout(rest);
      if (!stillShows(painted, view, screen, bounds)) return paint();
      element.style.transform = moveOf(painted, view, screen);
      // Only a stretched picture is less sharp than a new one.
      if (view.zoom !== painted.zoom) rest = window.setTimeout(paint, REST);
    };
    paint();
    const unsubscribe = flow.subscribe((state, before) => {
      if (state.transform === before.transform) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(follow);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(rest);
      unsubscribe();
    };
  }, [shapes, bounds, width, height, flow, theme]);

  return (
    <div aria-hidden="true" className={classes.layer}>
      <canvas ref={canvas} className={classes.canvas} />
    </div>
  );
}

function viewOf([x, y, zoom]: readonly [number, number, number]): View {
  return { x, y, zoom };
}
