import { type RefObject, useLayoutEffect, useState } from "react";
import { useKept } from "../map/use-kept.ts";

interface Place {
  readonly top: number;
  /** The first finding in sight, and how far below the upper edge of the page it begins, screen pixels. */
  readonly finding: { readonly id: string; readonly below: number } | null;
}

/**
 * Keeps how far a page with findings was scrolled until one comes back to it. By the finding that was in sight: how high
 * those above it are is guessed until they come into sight. `isWanted`: whether one comes back to it now.
 */
export function useKeptPlace(page: RefObject<HTMLElement | null>, isWanted: boolean): void {
  const { read, write } = useKept<Place>("audit.place");
  const [before] = useState(read);
  useLayoutEffect(() => {
    const element = page.current;
    if (!element) return;
    if (before && isWanted) restore(element, before);
    return () => write(placeIn(element));
  }, [page, before, isWanted, write]);
}

/** The finding that was in sight when the page was left; it must be there to be scrolled to. */
export function useKeptFinding(): string | undefined {
  const { read } = useKept<Place>("audit.place");
  return useState(read)[0]?.finding?.id;
}

function restore(page: HTMLElement, { top, finding }: Place): void {
  page.scrollTop = top;
  const item = finding && page.querySelector(`[data-finding="${CSS.escape(finding.id)}"]`);
  if (!item) return;
  item.scrollIntoView?.({ block: "start" });
  page.scrollTop -= finding.below;
}

function placeIn(page: HTMLElement): Place {
  const { top } = page.getBoundingClientRect();
  const item = [...page.querySelectorAll<HTMLElement>("[data-finding]")].find(
    (one) => one.getBoundingClientRect().top >= top,
  );
  const id = item?.dataset.finding;
  if (!item || id === undefined || page.scrollTop === 0) return { top: page.scrollTop, finding: null };
  return { top: page.scrollTop, finding: { id, below: item.getBoundingClientRect().top - top } };
}
