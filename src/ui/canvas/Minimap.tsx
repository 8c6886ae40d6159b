import { useReactFlow, useStore, useStoreApi } from "@xyflow/react";
import { memo, type PointerEvent, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useStore as useZustand } from "zustand";
import type { JourneyMap } from "#model/journey-map.ts";
import { boundsOfMap, drawMap } from "#scene/draw-map.ts";
import { paintShapes } from "#scene/paint-canvas.ts";
import { palettes } from "#scene/palette.ts";
import { useServices } from "../services.ts";
import classes from "./Minimap.module.css";
import { usePen } from "./pen.ts";

const WIDTH = 208;
const HEIGHT = 120;

/** The whole map in a corner, with a frame around what is in view; pressing or dragging on it moves the view. */
export const Minimap = memo(function Minimap({ map }: { readonly map: JourneyMap }) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pen = usePen();
  const theme = useZustand(useServices().settings, (settings) => settings.theme);
  const { setCenter, getZoom } = useReactFlow();
  const flow = useStoreApi();
  const frame = useRef<HTMLDivElement>(null);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const bounds = useMemo(() => boundsOfMap(map), [map]);
  const scale = bounds ? Math.min((WIDTH - 12) / bounds.width, (HEIGHT - 12) / bounds.height) : 1;
  const left = bounds ? (WIDTH - bounds.width * scale) / 2 - bounds.x * scale : 0;
  const top = bounds ? (HEIGHT - bounds.height * scale) / 2 - bounds.y * scale : 0;

  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    // Painting waits until the hand rests: the map changes with every keystroke, its small picture hardly.
    const timer = setTimeout(() => {
      const { lanes, nodes } = drawMap(map, "far", pen);
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, WIDTH * 2, HEIGHT * 2);
      context.setTransform(2 * scale, 0, 0, 2 * scale, 2 * left, 2 * top);
      paintShapes(context, [...lanes, ...nodes], palettes[theme]);
    }, 120);
    return () => clearTimeout(timer);
  }, [map, pen, theme, scale, left, top]);

  function moveTo(event: PointerEvent<HTMLElement>): void {
    const box = event.currentTarget.getBoundingClientRect();
    const px = ((event.clientX - box.left) * WIDTH) / box.width;
    const py = ((event.clientY - box.top) * HEIGHT) / box.height;
    void setCenter((px - left) / scale, (py - top) / scale, { zoom: getZoom() });
  }

  // Past React: it follows every frame of a moving hand.
  useLayoutEffect(() => {
    const follow = ([x, y, zoom]: readonly [number, number, number]) => {
      const style = frame.current?.style;
      if (!style) return;
      style.width = `${(width / zoom) * scale}px`;
      style.height = `${(height / zoom) * scale}px`;
      style.transform = `translate(${(-x / zoom) * scale + left}px, ${(-y / zoom) * scale + top}px)`;
    };
    follow(flow.getState().transform);
    return flow.subscribe((state, before) => {
      if (state.transform !== before.transform) follow(state.transform);
    });
  }, [flow, width, height, scale, left, top]);

  return (
    <div
      className={classes.minimap}
      role="img"
      aria-label={t("canvas.minimap")}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        moveTo(event);
      }}
      onPointerMove={(event) => {
        if (event.buttons === 1) moveTo(event);
      }}
    >
      <canvas ref={canvas} width={WIDTH * 2} height={HEIGHT * 2} className={classes.picture} />
      <div ref={frame} className={classes.frame} />
    </div>
  );
});
