import { useEffect, useRef } from "react";
import { isMapText } from "#exchange/import-map.ts";

/** Takes the text of a map's file that is pasted anywhere but into an input. */
export function useMapPaste(onPaste: (text: string) => void): void {
  const latest = useRef(onPaste);
  useEffect(() => {
    latest.current = onPaste;
  });
  useEffect(() => {
    const handlePaste = (event: ClipboardEvent) => {
      if (isInput(event.target)) return;
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (!isMapText(text)) return;
      event.preventDefault();
      // The canvas makes touchpoints of pasted lines; these are none.
      event.stopImmediatePropagation();
      latest.current(text);
    };
    // Before any other listener of the page.
    window.addEventListener("paste", handlePaste, { capture: true });
    return () => window.removeEventListener("paste", handlePaste, { capture: true });
  }, []);
}

function isInput(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select, [contenteditable='true']") !== null)
  );
}
