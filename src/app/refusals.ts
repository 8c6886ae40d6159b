import { createStore } from "zustand/vanilla";
import type { Refusal } from "#editor/editor.ts";
import type { OpenMap } from "#ui/services.ts";

/** Counts what the editor of a map refuses, so that the interface can say of each why. */
export function createRefusals(): { readonly store: OpenMap["refused"]; add(reason: Refusal): void } {
  const store: OpenMap["refused"] = createStore(() => ({ count: 0, reason: "viewOnly" }));
  return { store, add: (reason) => store.setState(({ count }) => ({ count: count + 1, reason })) };
}
