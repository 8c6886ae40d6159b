import { inspectStore } from "#storage/inspect-store.ts";

let isBlocked = false;
let tell: (isBlocked: boolean) => void = () => {};

/** Begins as soon as this is loaded: to open its database takes the browser longer than to load the app. */
export const firstInspection = inspectStore(
  () => globalThis.indexedDB,
  (now) => {
    isBlocked = now;
    tell(now);
  },
);

/** Tells whether another window keeps the database from being looked at, from now on and as it is now. */
export function onInspectionBlocked(listener: (isBlocked: boolean) => void): void {
  tell = listener;
  listener(isBlocked);
}
