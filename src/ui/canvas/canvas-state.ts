import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Id, Point } from "#model/journey-map.ts";
import type { Detail } from "#scene/drawing.ts";

/** What happens on the canvas and is no part of the document: it is neither saved nor undone. */
export interface CanvasState {
  readonly detail: Detail;
  /** The node whose title is being typed, and what the first key wrote. */
  readonly editing: { readonly nodeId: Id; readonly text: string | null } | null;
  /** The stage whose name is being typed. */
  readonly renamingStageId: Id | null;
  /** At the far level: the nodes that are lifted off the painting because the pointer or the focus is on them. */
  readonly hoveredId: Id | null;
  /** Where nodes are while they are being dragged. */
  readonly dragged: ReadonlyMap<Id, Point>;
  readonly showGaps: boolean;
}

export type CanvasStore = StoreApi<CanvasState>;

/** From so many nodes on a card for each is too much to be drawn only until the zoom is known. */
const LARGE_MAP = 150;

/** `nodeCount`: how many nodes the map holds that is about to be shown. */
export function createCanvasStore(nodeCount = 0): CanvasStore {
  return createStore<CanvasState>(() => ({
    detail: nodeCount > LARGE_MAP ? "far" : "near",
    editing: null,
    renamingStageId: null,
    hoveredId: null,
    dragged: new Map(),
    showGaps: false,
  }));
}

const CanvasContext = createContext<CanvasStore | null>(null);
export const CanvasStoreProvider = CanvasContext.Provider;

export function useCanvasStore(): CanvasStore {
  const store = useContext(CanvasContext);
  if (!store) throw new Error("useCanvasStore outside of a canvas");
  return store;
}

export function useCanvasState<T>(select: (state: CanvasState) => T): T {
  return useStore(useCanvasStore(), select);
}

/** From which zoom on which level of detail is drawn: below, text of the level above could not be read. */
export function detailOfZoom(zoom: number): Detail {
  return zoom >= 0.62 ? "near" : zoom >= 0.26 ? "middle" : "far";
}
