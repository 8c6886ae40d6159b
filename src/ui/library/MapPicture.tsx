import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import type { JourneyMap } from "#model/journey-map.ts";
import { palettes } from "#scene/palette.ts";
import { paintThumbnail } from "#scene/thumbnail.ts";
import { usePagePen } from "../canvas/pen.ts";
import { useServices } from "../services.ts";
import styles from "./MapPicture.module.css";

interface MapPictureProps {
  readonly map: JourneyMap | null;
  /** Lower than usual, where many stand above each other. */
  readonly isFlat?: boolean;
}

/** A small picture of a map, as wide as its place; an empty one while `map` is null. For the eye alone. */
export function MapPicture({ map, isFlat = false }: MapPictureProps) {
  const theme = useStore(useServices().settings, (settings) => settings.theme);
  const pen = usePagePen();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      setSize({ width: element.clientWidth, height: element.clientHeight });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d");
    if (!element || !context || size.width === 0) return;
    const ratio = window.devicePixelRatio || 1;
    element.width = Math.round(size.width * ratio);
    element.height = Math.round(size.height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (map) paintThumbnail(context, map, size, palettes[theme], pen);
  }, [map, size, theme, pen]);

  return (
    <span aria-hidden="true" className={styles.frame} data-flat={isFlat || undefined}>
      <canvas ref={canvas} className={styles.picture} />
    </span>
  );
}
