import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";
import { useKept } from "../map/use-kept.ts";

interface Place {
  readonly top: number;
  /** The first finding in sight, and how far below the upper edge of the page it begins, screen pixels. */
  readonly finding: { readonly id: string; readonly below: number } | null;
}

/**
 * Keeps how far the findings on a page were scrolled until one comes back to them. By the finding that was in sight: how
 * high those above it are is guessed until they come into sight. `isShown`: whether the findings are what the page shows;
 * all else begins at its beginning. `isWanted`: whether one comes back to them now. What is returned is to be called
 * before they give way to another part of the page.
 */
export function useKeptPlace(
  page: RefObject<HTMLElement | null>,
  isShown: boolean,
  isWanted: boolean,
): () => void {
  const { read, write } = useKept<Place>("audit.place");
  const leave = useCallback(() => {
    if (page.current && isShown) write(placeIn(page.current));
  }, [page, isShown, write]);
  const latest = useRef(leave);
  useLayoutEffect(() => {
    latest.current = leave;
  });
  useLayoutEffect(() => {
    const element = page.current;
    if (!element) return;
    const before = isShown && isWanted ? read() : undefined;
    if (before) restore(element, before);
    else element.scrollTop = 0;
  }, [page, isShown, isWanted, read]);
  // When the whole page is left.
  useLayoutEffect(() => () => latest.current(), []);
  return leave;
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
