import { useStoreApi } from "@xyflow/react";
import { type CSSProperties, type PointerEvent, useRef, useState } from "react";
import type { Stage } from "#model/journey-map.ts";

/** Screen pixels before a press becomes a drag. */
const THRESHOLD = 5;

/** Dragging a stage's header sideways to another place in the order. */
export function useStageDrag(
  stages: readonly Stage[],
  stage: Stage,
  index: number,
  onMove: (index: number) => void,
) {
  const flow = useStoreApi();
  const start = useRef<number | null>(null);
  const [shift, setShift] = useState<number | null>(null);

  const handlers = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      start.current = event.clientX;
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (start.current === null) return;
      const moved = event.clientX - start.current;
      if (shift !== null || Math.abs(moved) > THRESHOLD) setShift(moved);
    },
    onPointerUp() {
      const moved = shift;
      start.current = null;
      setShift(null);
      if (moved !== null) onMove(placeAfterDrag(stages, stage, index, moved / flow.getState().transform[2]));
    },
    onPointerCancel() {
      start.current = null;
      setShift(null);
    },
  };
  const style: CSSProperties | undefined =
    shift === null ? undefined : { transform: `translateX(${shift}px)` };
  return { handlers, style, isDragging: shift !== null };
}

/** The place of a stage whose middle was moved by so many map units. */
function placeAfterDrag(stages: readonly Stage[], stage: Stage, index: number, by: number): number {
  let left = stages.slice(0, index).reduce((sum, { width }) => sum + width, 0) + stage.width / 2 + by;
  let place = 0;
  for (const other of stages) {
    if (other.id === stage.id) continue;
    if (left < other.width / 2 + (place >= index ? stage.width : 0)) break;
    left -= other.width;
    place += 1;
  }
  return place;
}

/** Dragging a stage's right edge; the width (map units) is reported once, at the end. */
export function useStageResize(stage: Stage, onResize: (width: number) => void) {
  const flow = useStoreApi();
  const start = useRef<number | null>(null);
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      event.stopPropagation();
      start.current = event.clientX;
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (start.current === null) return;
      const moved = event.clientX - start.current;
      event.currentTarget.style.transform = `translateX(${moved}px)`;
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      if (start.current === null) return;
      const moved = (event.clientX - start.current) / flow.getState().transform[2];
      event.currentTarget.style.transform = "";
      start.current = null;
      if (Math.abs(moved) > 4) onResize(stage.width + moved);
    },
  };
}
