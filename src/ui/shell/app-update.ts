import { createContext, useContext } from "react";
import type { StoreApi } from "zustand/vanilla";

/**
 * A newer version of the app: none, ready to be loaded, or chosen by the user and waiting until all maps are saved.
 */
export type UpdateState = "none" | "ready" | "waitsForSaving";

export interface AppUpdate {
  readonly store: StoreApi<{ readonly state: UpdateState }>;
  /** Loads the newer version as soon as all is saved; to be called only when the user wants it. */
  apply(): void;
}

const AppUpdateContext = createContext<AppUpdate | null>(null);
export const AppUpdateProvider = AppUpdateContext.Provider;

/** Null where the app is not kept for working offline. */
export function useAppUpdate(): AppUpdate | null {
  return useContext(AppUpdateContext);
}
