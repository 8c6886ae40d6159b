import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import { guardUnload } from "#app/unload-guard.ts";
import type { SaveState } from "#ui/services.ts";

beforeEach(() => {
  vi.stubGlobal("window", new EventTarget());
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Whether the browser asks before the page is closed. */
function isAsked(): boolean {
  const leaving = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(leaving);
  return leaving.defaultPrevented;
}

test("F14 who leaves while something is being saved is asked, and what is pending is handed over", () => {
  const saving = createStore<SaveState>(() => ({ state: "saving" }));
  const flush = vi.fn();
  const stop = guardUnload(saving, flush);
  expect(isAsked()).toBe(true);
  expect(flush).toHaveBeenCalledTimes(1);
  saving.setState({ state: "saved" }, true);
  expect(isAsked()).toBe(false);
  stop();
});

test("F11 nobody is asked only for a pause in typing, which is written in that moment", () => {
  const saving = createStore<SaveState>(() => ({ state: "saving" }));
  let isPause = true;
  const flush = vi.fn(() => {
    isPause = false;
  });
  const stop = guardUnload(saving, flush, () => isPause);
  expect(isAsked()).toBe(false);
  expect(flush).toHaveBeenCalledTimes(1);
  // The page stayed, and the store does not answer.
  expect(isAsked()).toBe(true);
  stop();
});
