interface PageEnd {
  /** Hands all that is pending to the store, at once. */
  flush(): void;
  /** The page goes, perhaps for good. */
  onLeave?(): void;
  /** The page comes back from the browser's cache of pages. */
  onReturn(): void;
  /** The page is looked at again, or runs again after it was frozen. */
  onSeen?(): void;
}

/** The last moments of a page: what is pending goes out by every event that was measured to work. Returns how to end it. */
export function onPageEnd({ flush, onLeave, onReturn, onSeen }: PageEnd): () => void {
  const listeners = new AbortController();
  const { signal } = listeners;
  // Not "beforeunload": a page that always listens to it is never kept for the way back. What is pending has a
  // listener there anyway, which asks whether to leave.
  window.addEventListener("pagehide", flush, { signal });
  if (onLeave) window.addEventListener("pagehide", onLeave, { signal });
  document.addEventListener("visibilitychange", () => document.hidden && flush(), { signal });
  if (onSeen) {
    document.addEventListener("visibilitychange", () => document.hidden || onSeen(), { signal });
    document.addEventListener("resume", onSeen, { signal });
  }
  window.addEventListener("pageshow", ({ persisted }) => persisted && onReturn(), { signal });
  return () => listeners.abort();
}
