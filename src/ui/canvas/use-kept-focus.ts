import { useEffect } from "react";
import type { Selection } from "#editor/selection.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import type { CanvasHandle } from "../action.ts";

/**
 * Keys never fall into the void: on a new page, and when the node that had them goes (undone, cut, deleted),
 * they reach what is selected, else the canvas. Whoever is somewhere else on the page stays there.
 */
export function useKeptFocus(handle: CanvasHandle, map: JourneyMap, selection: Selection): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at after every change of the map.
  useEffect(() => {
    // The flow takes a node off the screen one rendering later.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      if (document.querySelector('[aria-modal="true"]')) return;
      handle.focus(selection.nodeIds.at(-1));
    });
    return () => cancelAnimationFrame(frame);
  }, [handle, map, selection]);
}
