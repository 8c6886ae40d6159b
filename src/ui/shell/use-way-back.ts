import { useRef } from "react";

/**
 * The way back from a dialog that is made anew each time it opens, and so does not know what it was opened by: whoever
 * leaves it without a change goes on there.
 */
export function useWayBack() {
  const opener = useRef<HTMLElement | null>(null);
  return {
    leaveFrom(element: HTMLElement): void {
      opener.current = element;
    },
    goBack(): void {
      opener.current?.focus();
    },
  };
}
