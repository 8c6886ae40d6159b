import { useMemo } from "react";
import { useStore } from "zustand";
import { useServices } from "./services.ts";

/** The size of the type, screen pixels. `width`: looked at again when it changes, as of a canvas; null: with the theme alone. */
export function useRem(width: number | null): number {
  const theme = useStore(useServices().settings, (settings) => settings.theme);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the style sheet makes it of both.
  return useMemo(
    () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16,
    [theme, width],
  );
}
