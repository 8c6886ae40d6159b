import { useLayoutEffect, useMemo, useState } from "react";
import type { Id } from "#model/journey-map.ts";
import { type Services, useServices } from "../services.ts";
import { useOpenMap } from "./open-map.ts";

/** By map: how its pages were last looked at, until the window is closed. */
const kept = new WeakMap<Services, Map<Id, Map<string, unknown>>>();

function keptOf(services: Services, mapId: Id): Map<string, unknown> {
  const ofMaps = kept.get(services) ?? new Map<Id, Map<string, unknown>>();
  kept.set(services, ofMaps);
  const ofMap = ofMaps.get(mapId) ?? new Map<string, unknown>();
  ofMaps.set(mapId, ofMap);
  return ofMap;
}

interface Kept<T> {
  /** Undefined: nothing was kept yet. */
  read(): T | undefined;
  write(value: T): void;
}

/** Something about the way in which this map is looked at, under a name that nothing else has. */
export function useKept<T>(name: string): Kept<T> {
  const services = useServices();
  const { editor } = useOpenMap();
  return useMemo(() => {
    const ofMap = keptOf(services, editor.store.getState().map.id);
    return {
      // Only this name was ever written with it.
      read: () => ofMap.get(name) as T | undefined,
      write: (value) => void ofMap.set(name, value),
    };
  }, [services, editor, name]);
}

/**
 * A state that is as it was left when one comes back to the page. `asked`: what it is whatever was left, because one came
 * for just that.
 */
export function useKeptState<T>(name: string, initial: T, asked?: T) {
  const { read, write } = useKept<{ readonly value: T }>(name);
  const [value, setValue] = useState<T>(() => asked ?? read()?.value ?? initial);
  useLayoutEffect(() => write({ value }), [write, value]);
  return [value, setValue] as const;
}
