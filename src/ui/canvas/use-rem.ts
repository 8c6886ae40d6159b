import { useStore } from "@xyflow/react";
import { useMemo } from "react";
import { useStore as useZustand } from "zustand";
import { useServices } from "../services.ts";

/** The size of the type, screen pixels: it follows the theme and the width of the screen. */
export function useRem(): number {
  const theme = useZustand(useServices().settings, (settings) => settings.theme);
  const width = useStore((state) => state.width);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the style sheet makes it of both.
  return useMemo(
    () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16,
    [theme, width],
  );
}
