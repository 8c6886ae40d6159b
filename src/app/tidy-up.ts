import type { Connection } from "#storage/connection.ts";
import type { MapRepository } from "#storage/map-repository.ts";
import { markSession, rotateLog } from "#storage/session-mark.ts";
import { inTime, whenIdle } from "#storage/timing.ts";
import { onPageEnd } from "./page-end.ts";
import { whenRead } from "./when-read.ts";

/** A page that shows nothing, for whatever reason, tidies up all the same, milliseconds later. */
const LATEST_PICTURE = 10_000;
/** After the first picture, in a browser that is never idle. Milliseconds. */
const LATEST = 1000;

/** Resolves in an idle moment after the maps were read and the page shows something. */
export async function settled(
  library: Pick<MapRepository, "summaries">,
  shown: Promise<void>,
): Promise<void> {
  await inTime(Promise.all([whenRead(library), shown]), LATEST_PICTURE, undefined);
  await new Promise<void>((resolve) => whenIdle(resolve, LATEST));
}

/**
 * Marks this window as open at once, and after one that ended without a word makes the browser begin a new log. That
 * writes megabytes: nobody's first picture waits for them, so they follow when `ready` resolves. `ready` is waited
 * for in any case, since what comes next compares all maps with their copies.
 */
export async function tidyUpAfterCrash(
  connection: Connection,
  id: string,
  ready: Promise<void>,
): Promise<void> {
  try {
    await connection.ready();
    const mark = await markSession(connection.database, navigator.locks, id);
    // A page that ends before the new log was begun leaves its mark, so that the next one does it.
    let isOwed = mark.wasUnclean;
    onPageEnd({ flush() {}, onLeave: () => isOwed || mark.end(), onReturn: mark.resume });
    await ready;
    if (isOwed) await rotateLog(connection.database);
    isOwed = false;
  } catch (error) {
    // Nothing that a user has to know: every change has its own way of being told.
    console.warn("The store could not be tidied up", error);
  }
}
