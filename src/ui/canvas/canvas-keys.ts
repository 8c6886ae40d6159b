import { createContext, useContext } from "react";
import type { Id } from "#model/journey-map.ts";
import type { CaptureKeyEvent } from "../capture.ts";

/** What parts of the canvas may ask of the keyboard. */
export interface CanvasKeys {
  /** Does what a key means while the node is selected (Tab, Enter, letters …); false: it means nothing. */
  capture(event: CaptureKeyEvent, nodeId: Id | null): boolean;
  /** Gives the keyboard to a node as soon as it is on the screen. */
  focusNode(nodeId: Id): void;
}

const KeysContext = createContext<CanvasKeys | null>(null);
export const CanvasKeysProvider = KeysContext.Provider;

export function useCanvasKeys(): CanvasKeys {
  const keys = useContext(KeysContext);
  if (!keys) throw new Error("useCanvasKeys outside of a canvas");
  return keys;
}
