import { useEffect, useMemo } from "react";
import { useStore } from "zustand";
import type { EditorState } from "#editor/editor.ts";
import { isSame } from "#model/is-same.ts";
import { createCalmStore, isTyped } from "../map/calm-store.ts";
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
    () =>
      createCalmStore(
        editor.store,
        (next, shown) => {
          const { editing } = canvas.getState();
          const isEdited = editing !== null && next.map.nodes[editing.nodeId] !== undefined;
          return isEdited && isSame(next.selection, shown.selection);
        },
        isTyped,
      ),
    [editor, canvas],
  );
  useEffect(() => {
    const stop = calm.follow();
    const unsubscribe = canvas.subscribe(({ editing }, before) => {
      if (editing !== before.editing) calm.catchUp();
    });
    // A field that goes together with its node tells nobody that it is left.
    const unwatch = editor.store.subscribe(({ map }) => {
      const { editing } = canvas.getState();
      if (editing && !map.nodes[editing.nodeId]) canvas.setState({ editing: null });
    });
    return () => {
      stop();
      unsubscribe();
      unwatch();
    };
  }, [calm, canvas, editor]);
  const map = useStore(calm.store, (state) => state.map);
  const selection = useStore(calm.store, (state) => state.selection);
  return { map, selection };
}
