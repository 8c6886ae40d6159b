import { contentHash } from "#model/content-hash.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { applyChange } from "#model/map-change.ts";
import { type Content, type CopyPair, openPair, type PairOptions } from "./copy-pair.ts";
import { type MirrorEntry, startOf } from "./entry-chain.ts";

/** A map as the journal holds it: what has been confirmed, nothing that is still under way. */
export interface MirrorBase {
  readonly map: JourneyMap;
  readonly rev: number;
  readonly hash: string;
  /** ISO 8601, UTC, or null when the map does not lie in the bin. */
  readonly deletedAt: string | null;
}

export type MirrorProblem = "storageFull" | "failed";

/** What becomes of the copy of a map. */
export type MirrorNews =
  /** It is on disk. `isProven`: in a file that an earlier session made and this one could read. */
  | { readonly kind: "written"; readonly at: string; readonly isProven: boolean }
  | { readonly kind: "problem"; readonly problem: MirrorProblem; readonly detail: string }
  /** There had been a copy, it was gone or damaged, and there is one again. */
  | { readonly kind: "rebuilt" }
  /** A change does not follow the ones before it: `replace` with the present state helps. */
  | { readonly kind: "lost" };

/** Keeps the two copies of one map, whatever becomes of their files. Its calls never reject. */
export interface MapMirror {
  /** `isExpected`: there should be a copy already. */
  begin(base: MirrorBase, isExpected: boolean): Promise<void>;
  append(entries: readonly MirrorEntry[]): Promise<void>;
  replace(base: MirrorBase): Promise<void>;
  release(): Promise<void>;
}

/** How often it is looked whether the files are still there, in milliseconds. */
const CHECK_PERIOD = 5_000;

/** Delays before it is tried again after a failure, in milliseconds. */
const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 60_000;

export function createMapMirror(options: PairOptions, report: (news: MirrorNews) => void): MapMirror {
  let content: Content | null = null;
  /** Before the newest change, which may still grow. */
  let before: Content | null = null;
  let pair: CopyPair | null = null;
  let waiting: MirrorEntry[] = [];
  let isLost = false;
  let isReleased = false;
  let retryDelay = FIRST_RETRY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<void> = Promise.resolve();

  /** One step after the other; a failure closes the files, and they are tried again later. */
  function inTurn(step: () => Promise<void>): Promise<void> {
    last = last.then(step).catch(fail);
    return last;
  }

  async function fail(error: unknown): Promise<void> {
    report({ kind: "problem", problem: problemOf(error), detail: String(error) });
    await closeFiles().catch(() => {});
    again(retryDelay);
    retryDelay = Math.min(retryDelay * 2, LONGEST_RETRY);
  }

  async function closeFiles(): Promise<void> {
    const closing = pair;
    pair = null;
    await closing?.close();
  }

  function again(delay: number): void {
    clearTimeout(timer);
    if (!isReleased) timer = setTimeout(() => void inTurn(check), delay);
  }

  async function check(): Promise<void> {
    if (isReleased) return;
    if (!pair) return attach(false);
    if (await pair.isIntact()) return again(CHECK_PERIOD);
    await closeFiles();
    await attach(true);
  }

  async function attach(isExpected: boolean): Promise<void> {
    if (!content) return;
    const opened = await openPair(options);
    if (!opened) return;
    pair = opened;
    const fittingAt = pair.fits(content);
    if (fittingAt === null) await pair.replace(content);
    if (pair.found === "damage" || (isExpected && pair.found === "nothing")) report({ kind: "rebuilt" });
    written(fittingAt ?? now());
    retryDelay = FIRST_RETRY;
    again(CHECK_PERIOD);
  }

  function written(at: string): void {
    if (pair) report({ kind: "written", at, isProven: pair.isSettled() });
  }

  async function drain(): Promise<void> {
    // Whatever came while the disk was busy goes into one batch.
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (!content || isLost) return;
    const entries = waiting.splice(0).filter((entry) => isNew(entry));
    if (entries.length === 0) return;
    if (!goOn(entries)) {
      // They may follow the state that `replace` will bring.
      waiting = [...entries, ...waiting];
      isLost = true;
      report({ kind: "lost" });
      return;
    }
    // Without files the state is kept, and written as soon as there are some.
    if (!pair) return;
    if (!pair.append(entries) || pair.isLong()) await pair.replace(content);
    written(now());
  }

  function isNew({ seq }: MirrorEntry): boolean {
    return seq > (content?.rev ?? 0);
  }

  /** False, and nothing changed, when one of the changes does not follow the one before it. */
  function goOn(entries: readonly MirrorEntry[]): boolean {
    const next = content && after(before, content, entries);
    if (!next || contentHash(next.content.map) !== next.content.hash) return false;
    ({ before, content } = next);
    return true;
  }

  return {
    begin: (base, isExpected) =>
      inTurn(() => {
        content = contentOf(base);
        before = null;
        return attach(isExpected);
      }),
    append(entries) {
      waiting = [...waiting, ...entries];
      return inTurn(drain);
    },
    replace: (base) =>
      inTurn(async () => {
        isLost = false;
        content = contentOf(base);
        before = null;
        // What follows was on its way while the state was asked for; what does not is asked for no more.
        goOn(waiting.splice(0).filter((entry) => isNew(entry)));
        if (!pair) return;
        await pair.replace(content);
        written(now());
      }),
    release() {
      isReleased = true;
      clearTimeout(timer);
      return inTurn(closeFiles);
    },
  };
}

function contentOf({ map, rev }: MirrorBase): Content {
  // Of what lies in this worker: a sum that was wrong would make the copy useless.
  return { map, rev, hash: contentHash(map), at: now() };
}

/** The state after changes, and the one before the last of them; null when one does not follow the one before it. */
function after(
  before: Content | null,
  content: Content,
  entries: readonly MirrorEntry[],
): { readonly before: Content; readonly content: Content } | null {
  let state = { before: before ?? content, content };
  for (const entry of entries) {
    const start = [state.content, state.before].find(({ rev }) => rev === startOf(entry));
    if (!start) return null;
    const { seq, at, hash } = entry;
    state = { before: start, content: { map: applyChange(start.map, entry.change), rev: seq, at, hash } };
  }
  return state;
}

function problemOf(error: unknown): MirrorProblem {
  return error instanceof DOMException && error.name === "QuotaExceededError" ? "storageFull" : "failed";
}

function now(): string {
  return new Date().toISOString();
}
