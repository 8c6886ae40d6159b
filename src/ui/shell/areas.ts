const TAB_STOPS =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

/** What had the keyboard last in each part of a page. */
const lastIn = new WeakMap<Element, HTMLElement>();

/**
 * Gives the keyboard to the next (1) or previous (-1) part of the page, to where it was last in it: on a map of a
 * hundred cards Tab alone takes hundreds of presses from one to the other. The parts are the children of `[data-areas]`;
 * what one comes for in a part is in its `[data-area-start]`, if it has one.
 */
export function goToArea(step: 1 | -1): void {
  const all = [...(document.querySelector("[data-areas]")?.children ?? [])];
  const areas = all.filter((area) => startOf(area) !== undefined);
  const active = document.activeElement;
  const here = areas.findIndex((area) => area.contains(active));
  const present = areas[here];
  if (present && active instanceof HTMLElement) lastIn.set(present, active);
  // From nowhere the first one is the next, and the last one the previous.
  const next = areas.at(here === -1 && step === 1 ? 0 : (Math.max(here, 0) + step) % areas.length);
  if (next) startOf(next)?.focus();
}

function startOf(area: Element): HTMLElement | undefined {
  const last = lastIn.get(area);
  if (last && area.contains(last) && !last.matches(":disabled")) {
    if (last.tabIndex >= 0) return last;
    // Tab does not stop at it, but at what is in it.
    const within = firstStop(last);
    if (within) return within;
  }
  const start = area.querySelector("[data-area-start]");
  return (start && firstStop(start)) ?? firstStop(area);
}

function firstStop(part: Element): HTMLElement | undefined {
  return [...part.querySelectorAll<HTMLElement>(TAB_STOPS)].find(
    (element) => element.tabIndex >= 0 && isThere(element),
  );
}

/** Whether it takes the keyboard: what is hidden does not. jsdom knows no `checkVisibility`. */
function isThere(element: HTMLElement): boolean {
  return element.checkVisibility?.({ visibilityProperty: true }) ?? true;
}
