/** Does something when the browser has nothing better to do, after `latest` milliseconds in any case. */
export function whenIdle(work: () => void, latest: number): void {
  // Not in every browser.
  if (typeof requestIdleCallback === "function") requestIdleCallback(work, { timeout: latest });
  else setTimeout(work);
}

/**
 * A database that does not open within this time is held by another window: the browser reports that to some of those
 * who wait, and not to the others. Milliseconds.
 */
export const BLOCKED_AFTER = 2000;

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The result of `work`, or `late` when it takes longer than so many milliseconds. A browser may forget to answer. */
export async function inTime<T, L>(work: Promise<T>, milliseconds: number, late: L): Promise<T | L> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<L>((resolve) => {
    timer = setTimeout(() => resolve(late), milliseconds);
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
  }
}
