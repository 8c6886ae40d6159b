import { useStoreApi } from "@xyflow/react";
import { type RefObject, useLayoutEffect } from "react";

/**
 * Keeps `--x`, `--y` (screen pixels) and `--zoom` of an element level with the canvas, past React: headers follow
 * the hand without a render per frame.
 */
export function useViewportVariables(element: RefObject<HTMLElement | null>): void {
  const flow = useStoreApi();
  useLayoutEffect(() => {
    const write = ([x, y, zoom]: readonly [number, number, number]) => {
      const style = element.current?.style;
      style?.setProperty("--x", String(x));
      style?.setProperty("--y", String(y));
      style?.setProperty("--zoom", String(zoom));
    };
    write(flow.getState().transform);
    return flow.subscribe((state, before) => {
      if (state.transform !== before.transform) write(state.transform);
    });
  }, [flow, element]);
}
