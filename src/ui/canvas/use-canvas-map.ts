import { useEffect, useMemo } from "react";
import { useStore } from "zustand";
import type { EditorState } from "#editor/editor.ts";
import { createCalmStore } from "../map/calm-store.ts";
import { useEditor } from "../map/open-map.ts";
import { useCanvasStore } from "./canvas-state.ts";

/**
 * What the canvas shows. While a title is being typed, its field shows every letter, and all the rest of the map
 * follows in the pauses.
 */
export function useCanvasMap(): Pick<EditorState, "map" | "selection"> {
  const editor = useEditor();
  const canvas = useCanvasStore();
  const calm = useMemo(
    () => createCalmStore(editor.store, () => canvas.getState().editing !== null),
    [editor, canvas],
  );
  useEffect(() => {
    const stop = calm.follow();
    const unsubscribe = canvas.subscribe(({ editing }, before) => {
      if (editing !== before.editing) calm.catchUp();
    });
    return () => {
      stop();
      unsubscribe();
    };
  }, [calm, canvas]);
  const map = useStore(calm.store, (state) => state.map);
  const selection = useStore(calm.store, (state) => state.selection);
  return { map, selection };
}
