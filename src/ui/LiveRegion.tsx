import { VisuallyHidden } from "@mantine/core";
import { useCallback, useState } from "react";

/** What is to be said, and how to say it. */
export function useAnnouncement(): [string, (text: string) => void] {
  const [text, setText] = useState("");
  // The same sentence twice is no change to a screen reader; a trailing space that cannot be heard makes it one.
  const announce = useCallback(
    (next: string) => setText((previous) => (previous === next ? `${next}\u00a0` : next)),
    [],
  );
  return [text, announce];
}

/** Says changes to the screen reader; it has no role of its own, because the status of a map is that of saving. */
export function LiveRegion({ text }: { text: string }) {
  return (
    <VisuallyHidden aria-live="polite" aria-atomic="true">
      {text}
    </VisuallyHidden>
  );
}
