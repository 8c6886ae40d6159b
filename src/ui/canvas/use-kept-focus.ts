import { useEffect } from "react";
import type { Selection } from "#editor/selection.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import type { CanvasHandle } from "../action.ts";
import type { CanvasKeyboard } from "./use-canvas-keyboard.ts";

/**
 * Keys never fall into the void: on a new page, and when the node that had them goes (undone, cut, deleted),
 * they reach what is selected, else the canvas. Whoever is somewhere else on the page stays there.
 */
export function useKeptFocus(
  handle: CanvasHandle,
  keyboard: CanvasKeyboard,
  map: JourneyMap,
  selection: Selection,
): void {
  useEffect(() => {
    const handleKeyDown = (event: KeyboardEvent) => {
      // A dialog that closes leaves the focus nowhere when its button is gone. The key that closed it is not lost:
      // it was pressed in the dialog.
      if (event.target !== document.body || event.defaultPrevented) return;
      if (isFocusLost()) keyboard.onLostKey(event);
    };
    document.addEventListener("keydown", handleKeyDown);
    return () => document.removeEventListener("keydown", handleKeyDown);
  }, [keyboard]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at after every change of the map.
  useEffect(() => {
    // The flow takes a node off the screen one rendering later.
    const frame = requestAnimationFrame(() => {
      if (!isFocusLost()) return;
      handle.focus(selection.nodeIds.at(-1));
    });
    return () => cancelAnimationFrame(frame);
  }, [handle, map, selection]);
}

function isFocusLost(): boolean {
  return document.activeElement === document.body && !document.querySelector('[aria-modal="true"]');
}
