import { useStore, useStoreApi } from "@xyflow/react";
import { useEffect, useMemo, useRef } from "react";
import { useStore as useZustand } from "zustand";
import type { Selection } from "#editor/selection.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { boundsOfMap } from "#scene/draw-map.ts";
import { palettes } from "#scene/palette.ts";
import { useServices } from "../services.ts";
import { useCanvasState } from "./canvas-state.ts";
import { MOST_LIFTED, useDraggedIds, useDraggedLanes, useDraggedPainting } from "./elements.ts";
import classes from "./PaintedMap.module.css";
import type { PaintedState } from "./painted-shapes.ts";
import type { View } from "./painted-view.ts";
import { createPainter, type Painter } from "./painter.ts";
import { usePen } from "./pen.ts";
import { withDragged } from "./shown-connections.ts";

/** The hand rests when it has not moved for so long, milliseconds. */
const REST = 120;

interface Props {
  readonly map: JourneyMap;
  /** Nodes that stand on the canvas as elements of their own. */
  readonly lifted: ReadonlySet<Id>;
  readonly selection: Selection;
}

const nobody: readonly Id[] = [];

/**
 * The map painted on one canvas, no element per node. While the hand moves, the picture is moved and stretched; it is
 * painted anew when it does not reach far enough, and sharply when the hand rests.
 */
export function PaintedMap({ map, lifted, selection }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pen = usePen();
  const theme = useZustand(useServices().settings, (settings) => settings.theme);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const flow = useStoreApi();
  const dragged = useDraggedPainting();
  const draggedLanes = useDraggedLanes(map);
  const ids = useDraggedIds();
  const draggedIds = useMemo(() => new Set(ids), [ids]);
  const showGaps = useCanvasState((state) => state.showGaps);
  // Dragged elements would leave their picture behind; faded ones do not cover it.
  const uncovered = showGaps ? lifted : null;
  const leftOut = uncovered ?? draggedIds;
  const { nodeIds, connectionIds } = selection;
  // A few selected nodes are elements, which show it themselves.
  const outlined = nodeIds.length > MOST_LIFTED ? nodeIds : nobody;
  const state = useMemo(
    (): PaintedState => ({
      dragged,
      draggedLanes,
      leftOut,
      draggedIds,
      selectedNodeIds: new Set(outlined),
      selectedConnectionIds: new Set(connectionIds),
      showGaps,
    }),
    [dragged, draggedLanes, leftOut, draggedIds, outlined, connectionIds, showGaps],
  );
  const bounds = useMemo(
    () => boundsOfMap(withDragged(withDragged(map, dragged), draggedLanes)),
    [map, dragged, draggedLanes],
  );
  const isPlaced = useCanvasState(({ region }) => region !== null);
  const painter = useRef<Painter | null>(null);

  useEffect(() => {
    if (canvas.current) painter.current ??= createPainter(canvas.current);
    const { current } = painter;
    // Where the map lies on the screen is not known before that.
    if (!current || !isPlaced) return;
    let frame = 0;
    let rest = 0;
    const view = () => viewOf(flow.getState().transform);
    const follow = () => {
      clearTimeout(rest);
      if (current.follow(view())) rest = window.setTimeout(() => current.sharpen(view()), REST);
    };
    const screen = { width, height };
    current.show({ map, state, bounds, screen, pen, palette: palettes[theme] }, view());
    const unsubscribe = flow.subscribe((now, before) => {
      if (now.transform === before.transform) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(follow);
    });
    // A window that is moved to another screen has other pixels, and the same size.
    const pixels = window.matchMedia?.(`(resolution: ${window.devicePixelRatio || 1}dppx)`);
    const repaint = () => current.sharpen(view());
    pixels?.addEventListener("change", repaint);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(rest);
      unsubscribe();
      pixels?.removeEventListener("change", repaint);
    };
  }, [map, state, bounds, isPlaced, width, height, flow, theme, pen]);

  return (
    <div aria-hidden="true" className={classes.layer} data-painted="">
      <div className={classes.mover}>
        <canvas ref={canvas} className={classes.canvas} />
      </div>
    </div>
  );
}

function viewOf([x, y, zoom]: readonly [number, number, number]): View {
  return { x, y, zoom };
}
