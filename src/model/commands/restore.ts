import { current } from "immer";
import { isSame } from "../is-same.ts";
import type { JourneyMap } from "../journey-map.ts";
import type { Command } from "./command.ts";

type Fields = Record<string, unknown>;

/** What a map keeps for life, whatever becomes of its content. `updatedAt` is the time of the step. */
const kept: ReadonlySet<string> = new Set(["id", "createdAt", "updatedAt"]);

/**
 * Makes a map say what an older state of it said, as one step. Whatever is equal stays the very object that it was,
 * so that the step, and what is written of it, is no larger than the difference. `name`: of the older state.
 */
export function restoreMap(older: JourneyMap, name: string): Command {
  return {
    label: { key: "restore", name },
    apply(draft) {
      // What becomes of the map later must not reach into the older state.
      becomes(draft, withoutKept(current(draft)), withoutKept(structuredClone(older)));
    },
  };
}

/** Gives `target`, which is as `now`, the keys and values of `wanted`. All three are plain data. */
function becomes(target: object, now: Readonly<Fields>, wanted: Readonly<Fields>): void {
  const fields = target as Fields;
  for (const key of Object.keys(now)) if (!Object.hasOwn(wanted, key)) delete fields[key];
  for (const [key, value] of Object.entries(wanted)) {
    const present = Object.hasOwn(now, key) ? now[key] : undefined;
    if (isFields(present) && isFields(value)) {
      if (!isSame(present, value)) becomes(fields[key] as object, present, value);
    } else if (!Object.hasOwn(now, key) || !isSame(present, value)) fields[key] = value;
  }
}

function isFields(value: unknown): value is Readonly<Fields> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function withoutKept(map: JourneyMap): Readonly<Fields> {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !kept.has(key)));
}
