import { ActionIcon, Text, Tooltip } from "@mantine/core";
import { Maximize, ZoomIn, ZoomOut } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { JourneyMap } from "#model/journey-map.ts";
import { palettes } from "#scene/palette.ts";
import { detailOfZoom } from "../canvas/canvas-state.ts";
import { usePagePen } from "../canvas/pen.ts";
import { useServices } from "../services.ts";
import { drawPreview, paintPreview, previewSize } from "./map-preview.ts";
import classes from "./versions.module.css";

interface MapPreviewProps {
  readonly map: JourneyMap;
  /** What the picture shows, for whoever does not see it. */
  readonly label: string;
}

const STEP = 1.4;
const LEAST = 0.05;
const MOST = 2;

/**
 * A map as a picture, whole or enlarged. However large it is, the canvas is no larger than its place: it is painted
 * anew while one scrolls.
 */
export function MapPreview({ map, label }: MapPreviewProps) {
  const { t } = useTranslation();
  const theme = useStore(useServices().settings, (settings) => settings.theme);
  const pen = usePagePen();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const place = usePlace(frame);
  /** Null: so that all of it can be seen. */
  const [chosen, setChosen] = useState<number | null>(null);
  const whole = useMemo(() => previewSize(map), [map]);
  const fitting = Math.min(place.width / whole.width, place.height / whole.height, 1);
  const zoom = chosen ?? fitting;
  const detail = detailOfZoom(zoom);
  const shapes = useMemo(() => drawPreview(map, detail, pen), [map, detail, pen]);

  useEffect(() => {
    const element = frame.current;
    const target = canvas.current;
    if (!element || !target || place.width === 0) return;
    const paint = () => {
      const { scrollLeft: x, scrollTop: y } = element;
      paintPreview(target, shapes, { ...place, x, y, zoom, whole }, palettes[theme]);
    };
    paint();
    element.addEventListener("scroll", paint);
    return () => element.removeEventListener("scroll", paint);
  }, [shapes, place, zoom, whole, theme]);

  const zoomTo = (wanted: number) => setChosen(Math.min(MOST, Math.max(LEAST, wanted)));
  if (Object.keys(map.nodes).length === 0)
    return <Text className={classes.notice}>{t("versions.emptyPicture")}</Text>;
  const tools = [
    { name: t("versions.zoomOut"), Icon: ZoomOut, onClick: () => zoomTo(zoom / STEP) },
    { name: t("versions.fit"), Icon: Maximize, onClick: () => setChosen(null) },
    { name: t("versions.zoomIn"), Icon: ZoomIn, onClick: () => zoomTo(zoom * STEP) },
  ];
  return (
    <>
      <div className={classes.zoom}>
        {tools.map(({ name, Icon, onClick }) => (
          <Tooltip key={name} label={name}>
            <ActionIcon variant="default" size="lg" aria-label={name} onClick={onClick}>
              <Icon size="1.1rem" aria-hidden />
            </ActionIcon>
          </Tooltip>
        ))}
      </div>
      <div className={classes.preview}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls with the arrow keys. */}
        <div ref={frame} role="img" aria-label={label} tabIndex={0} className={classes.frame}>
          <div
            className={classes.sheet}
            // On whole pixels, or the picture that fits would scroll by a fraction of one.
            style={{ width: Math.floor(whole.width * zoom), height: Math.floor(whole.height * zoom) }}
          >
            <canvas ref={canvas} className={classes.canvas} />
          </div>
        </div>
      </div>
    </>
  );
}

/** The size of the visible part of an element, in pixels. */
function usePlace(ref: { readonly current: HTMLElement | null }): { width: number; height: number } {
  const [place, setPlace] = useState({ width: 0, height: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the element of a reference stays the same.
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      setPlace({ width: element.clientWidth, height: element.clientHeight });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return place;
}
