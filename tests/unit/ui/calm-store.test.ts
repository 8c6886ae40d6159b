import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import { createCalmStore } from "#ui/map/calm-store.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

function following(mayLag = () => true, isTyped = () => false) {
  const source = createStore(() => ({ value: 0 }));
  const calm = createCalmStore(source, mayLag, isTyped);
  const stop = calm.follow();
  const set = (value: number) => source.setState({ value });
  return { calm, stop, set, value: () => calm.store.getState().value };
}

describe("a store that follows in the pauses of another one", () => {
  it("takes a change over when no other one comes", () => {
    const { set, value } = following();
    set(1);
    expect(value()).toBe(0);
    vi.advanceTimersByTime(150);
    expect(value()).toBe(1);
  });

  it("lags behind a row of changes, but not for long", () => {
    const { set, value } = following();
    for (let key = 1; key <= 50; key += 1) {
      set(key);
      vi.advanceTimersByTime(20);
      expect(value()).toBe(key < 50 ? 0 : 50);
    }
  });

  it("waits longer for more of what is being typed", () => {
    const { set, value } = following(
      () => true,
      () => true,
    );
    set(1);
    vi.advanceTimersByTime(300);
    set(2);
    vi.advanceTimersByTime(300);
    expect(value()).toBe(0);
    vi.advanceTimersByTime(150);
    expect(value()).toBe(2);
  });

  it("is up to date at once when it may not lag, and when it is asked to", () => {
    let mayLag = false;
    const { calm, set, value } = following(() => mayLag);
    set(1);
    expect(value()).toBe(1);
    mayLag = true;
    set(2);
    calm.catchUp();
    expect(value()).toBe(2);
  });

  it("takes nothing over once it has been stopped", () => {
    const { set, stop, value } = following();
    set(1);
    stop();
    vi.advanceTimersByTime(1000);
    expect(value()).toBe(0);
  });
});
