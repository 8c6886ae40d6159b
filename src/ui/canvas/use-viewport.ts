import { useOnViewportChange, useStoreApi, type Viewport } from "@xyflow/react";
import { useMemo, useState } from "react";
import { useOpenMap } from "../map/open-map.ts";
import { detailOfZoom, useCanvasStore } from "./canvas-state.ts";

/** Opens a map where it was last looked at, remembers where that is, and tells the level of detail. */
export function useViewport(handle: { fitMapAtOnce(): void }) {
  const { viewport } = useOpenMap();
  const canvas = useCanvasStore();
  const flow = useStoreApi();
  const [remembered] = useState(() => viewport.read());
  useOnViewportChange({
    onChange: ({ zoom }: Viewport) => {
      const detail = detailOfZoom(zoom);
      if (canvas.getState().detail !== detail) canvas.setState({ detail });
    },
    onEnd: (last: Viewport) => viewport.write(last),
  });
  return useMemo(
    () => ({
      ...(remembered ? { defaultViewport: remembered } : {}),
      onInit: () => {
        if (!remembered) handle.fitMapAtOnce();
        canvas.setState({ detail: detailOfZoom(flow.getState().transform[2]) });
      },
    }),
    [remembered, handle, canvas, flow],
  );
}
