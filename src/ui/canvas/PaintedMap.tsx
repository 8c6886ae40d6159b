import { useStore, useStoreApi } from "@xyflow/react";
import { useEffect, useMemo, useRef } from "react";
import { useStore as useZustand } from "zustand";
import type { Selection } from "#editor/selection.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { boundsOfMap } from "#scene/draw-map.ts";
import { paintShapes } from "#scene/paint-canvas.ts";
import { palettes } from "#scene/palette.ts";
import { useServices } from "../services.ts";
import { detailOfZoom, useCanvasState } from "./canvas-state.ts";
import {
  MOST_ELEMENTS,
  MOST_LIFTED,
  nodesWithin,
  useDraggedIds,
  useDraggedLanes,
  useDraggedPainting,
} from "./elements.ts";
import classes from "./PaintedMap.module.css";
import { drawPart, type PaintedState } from "./painted-shapes.ts";
import {
  INWARD_REACH,
  moveOf,
  type Picture,
  pictureFor,
  REACH,
  stillShows,
  type View,
} from "./painted-view.ts";
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

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d");
    // Where the map lies on the screen is not known before that.
    if (!element || !context || !isPlaced) return;
    const screen = { width, height };
    let picture: Picture | null = null;
    // Hundreds of texts take too long for a hand that moves: until it rests they are blocks, as from afar.
    let isRough = false;
    let frame = 0;
    let rest = 0;
    const paint = (isMoving: boolean) => {
      const view = viewOf(flow.getState().transform);
      const isGoingIn = isMoving && picture !== null && view.zoom > picture.view.zoom;
      picture = pictureFor(view, screen, bounds, isGoingIn ? INWARD_REACH : REACH);
      prepare(element, context, picture);
      const detail = detailOfZoom(view.zoom);
      isRough = isMoving && detail !== "far" && nodesWithin(map.nodes, picture.part).size > MOST_ELEMENTS;
      const shapes = drawPart(map, picture.part, state, isRough ? "far" : detail, pen);
      paintShapes(context, shapes, palettes[theme]);
    };
    const follow = () => {
      const view = viewOf(flow.getState().transform);
      if (picture && stillShows(picture, view, screen, bounds))
        element.style.transform = moveOf(picture, view);
      else paint(true);
      clearTimeout(rest);
      // A picture that was only moved is as sharp as a new one.
      if (isRough || picture?.view.zoom !== view.zoom) rest = window.setTimeout(() => paint(false), REST);
    };
    paint(false);
    const unsubscribe = flow.subscribe((now, before) => {
      if (now.transform === before.transform) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(follow);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(rest);
      unsubscribe();
    };
  }, [map, state, bounds, isPlaced, width, height, flow, theme, pen]);

  return (
    <div aria-hidden="true" className={classes.layer} data-painted="">
      <canvas ref={canvas} className={classes.canvas} />
    </div>
  );
}

/** Empties the canvas and lays it where the picture belongs; from then on map units are painted. */
function prepare(
  element: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  { view, part }: Picture,
): void {
  const ratio = window.devicePixelRatio || 1;
  const width = Math.max(1, Math.ceil(part.width * view.zoom * ratio));
  const height = Math.max(1, Math.ceil(part.height * view.zoom * ratio));
  context.setTransform(1, 0, 0, 1, 0, 0);
  if (element.width === width && element.height === height) context.clearRect(0, 0, width, height);
  else {
    element.width = width;
    element.height = height;
    element.style.width = `${width / ratio}px`;
    element.style.height = `${height / ratio}px`;
  }
  const scale = view.zoom * ratio;
  context.setTransform(scale, 0, 0, scale, -part.x * scale, -part.y * scale);
  element.style.transform = moveOf({ view, part }, view);
}

function viewOf([x, y, zoom]: readonly [number, number, number]): View {
  return { x, y, zoom };
}
