import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { StoreApi } from "zustand/vanilla";
import type { Editor, EditorState } from "#editor/editor.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import type { OpenMap } from "../services.ts";

const OpenMapContext = createContext<OpenMap | null>(null);
export const OpenMapProvider = OpenMapContext.Provider;

/** The map that is open on this page; to be used below the map page only. */
export function useOpenMap(): OpenMap {
  const openMap = useContext(OpenMapContext);
  if (!openMap) throw new Error("useOpenMap outside of a map page");
  return openMap;
}

export function useEditor(): Editor {
  return useOpenMap().editor;
}

/** Parts of the page that follow the editor in its pauses have a state of their own, see `CalmPart`. */
const EditorStateContext = createContext<StoreApi<EditorState> | null>(null);
export const EditorStateProvider = EditorStateContext.Provider;

/** A part of the editor's state; re-renders only when the chosen part is another object. */
export function useEditorState<T>(select: (state: EditorState) => T): T {
  const { store } = useOpenMap().editor;
  return useStore(useContext(EditorStateContext) ?? store, select);
}

export function useJourneyMap(): JourneyMap {
  return useEditorState((state) => state.map);
}
