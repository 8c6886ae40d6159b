import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Rectangle } from "#model/geometry.ts";
import type { Id, Point } from "#model/journey-map.ts";
import type { Detail } from "#scene/drawing.ts";

/** What happens on the canvas and is no part of the document: it is neither saved nor undone. */
export interface CanvasState {
  readonly detail: Detail;
  /** The part of the map around the view whose nodes are elements where there are many; null until it is known. */
  readonly region: Rectangle | null;
  /** The view is on its way to another size: until it rests, a large map is painted. */
  readonly isTravelling: boolean;
  /** The node whose title is being typed, and what the first key wrote. */
  readonly editing: { readonly nodeId: Id; readonly text: string | null } | null;
  /** The stage whose name is being typed. */
  readonly renamingStageId: Id | null;
  /** Where the map is painted: the nodes that are lifted off the painting because pointer or focus are on them. */
  readonly hoveredId: Id | null;
  readonly focusedId: Id | null;
  readonly focusedConnectionId: Id | null;
  /** Where nodes are while they are being dragged. */
  readonly dragged: ReadonlyMap<Id, Point>;
  readonly showGaps: boolean;
  /** A connection is being drawn: each node shows where it can be met. */
  readonly isConnecting: boolean;
}

export type CanvasStore = StoreApi<CanvasState>;

export function createCanvasStore(): CanvasStore {
  return createStore<CanvasState>(() => ({
    detail: "near",
    editing: null,
    renamingStageId: null,
    region: null,
    isTravelling: false,
    hoveredId: null,
    focusedId: null,
    focusedConnectionId: null,
    dragged: new Map(),
    showGaps: false,
    isConnecting: false,
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
