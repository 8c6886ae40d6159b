import type { KeyboardEvent } from "react";

/**
 * Whether Escape is meant for the form in which it was pressed: an open list closes by it first, an input method takes
 * back what it put together, and a menu or a dialog that the form has opened is no part of it on the page.
 */
export function leavesByEscape(event: KeyboardEvent): boolean {
  const { key, nativeEvent, target, currentTarget } = event;
  if (key !== "Escape" || nativeEvent.isComposing || event.isDefaultPrevented()) return false;
  if (!(target instanceof HTMLElement) || !currentTarget.contains(target)) return false;
  return target.getAttribute("role") !== "combobox" || target.getAttribute("aria-expanded") !== "true";
}
