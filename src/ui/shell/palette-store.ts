import { createSpotlight } from "@mantine/spotlight";
import { useSyncExternalStore } from "react";

const [store, actions] = createSpotlight();

/** Whether the command palette is open: one for all pages. */
export const paletteStore = store;
export const openPalette = actions.open;
export const closePalette = actions.close;

/** In the very render in which the palette opens: its entries come with its field, before any key can reach it. */
export function useIsPaletteOpen(): boolean {
  return useSyncExternalStore(store.subscribe, () => store.getState().opened);
}
