import type { Id, JourneyMap } from "#model/journey-map.ts";
import { figuresOf, type MapFigures } from "#model/portfolio/figures.ts";
import { pause, whenIdle } from "../timing.ts";
import type { FiguresStore, StoredFigures } from "./figures-store.ts";

/** What is known of all maps together at a moment. */
export interface PortfolioState {
  /** The figures of the maps outside of the bin, as far as they are known. */
  readonly maps: readonly MapFigures[];
  /** So many maps are still to be read. */
  readonly waiting: number;
  /** The maps that cannot be read. */
  readonly unread: readonly Id[];
}

export interface PortfolioObserver {
  next(state: PortfolioState): void;
  error(problem: unknown): void;
}

/** Where the maps are. */
export interface PortfolioSource {
  /** The maps: what tells their present state from all others, and whether they lie in the bin. */
  stamps(): Promise<ReadonlyMap<Id, { readonly stamp: string; readonly isBinned: boolean }>>;
  /** Null when it cannot be read. */
  read(mapId: Id): Promise<{ readonly map: JourneyMap; readonly stamp: string } | null>;
  /** Calls when anything may have changed. Returns how to end it. */
  onChange(listener: () => void): () => void;
}

/** After a change so long nothing is read: more of them may follow, and who made it keeps the figures itself. Milliseconds. */
const CALM = 400;
/**
 * While somebody types in another window that map changes all the time. After so many times what it took to look at the
 * changes they are looked at again, and after so many milliseconds in any case.
 */
const REST = 10;
const LONGEST_REST = 3000;
/** A browser that is never idle reads the next map all the same, milliseconds later. */
const LATEST = 100;
/**
 * A map that could not be read is read again after so many milliseconds, and after twice as many each time: a store that
 * was busy for a moment gets its chance, and a map that is damaged costs little.
 */
const FIRST_RETRY = 5000;
const LONGEST_RETRY = 300_000;
/** Those who look are told so often while maps are being read, milliseconds. */
const BETWEEN_NEWS = 250;

function isSame(one: PortfolioState, other: PortfolioState): boolean {
  const isSameList = (a: readonly unknown[], b: readonly unknown[]) =>
    a.length === b.length && a.every((item, index) => item === b[index]);
  return (
    one.waiting === other.waiting && isSameList(one.maps, other.maps) && isSameList(one.unread, other.unread)
  );
}

/** A state of a map that could not be read. */
interface Failure {
  readonly stamp: string;
  /** Milliseconds until it is read again, and when that is. */
  readonly rest: number;
  readonly dueAt: number;
}

/**
 * Tells the figures of all maps, now and after every change: those that are kept, and where there are none of the present
 * state the map is read, one at a time, in the pauses of the page. Returns how to end it.
 */
export function followPortfolio(
  source: PortfolioSource,
  store: FiguresStore,
  observer: PortfolioObserver,
): () => void {
  const known = new Map<Id, StoredFigures>();
  const unread = new Map<Id, Failure>();
  let retry: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  let isRunning = false;
  let isWanted = false;
  let isTidied = false;
  let told: PortfolioState | null = null;
  /** When the list of the maps is read again, which could not be read; milliseconds. */
  let listDueAt: number | null = null;

  /** `missing`: what is still to be read; those that could not be read once are no news. */
  function tell(missing: readonly Id[]): void {
    if (isOver) return;
    const state = {
      maps: [...known.values()].map(({ figures }) => figures),
      waiting: missing.filter((id) => !unread.has(id)).length,
      unread: [...unread.keys()],
    };
    // A look at which nothing was new is no news.
    if (told && isSame(told, state)) return;
    told = state;
    observer.next(state);
  }

  async function run(): Promise<void> {
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    clearTimeout(retry);
    while (isWanted && !isOver) {
      isWanted = false;
      const begunAt = performance.now();
      try {
        await catchUp();
        listDueAt = null;
      } catch (error) {
        listDueAt = performance.now() + FIRST_RETRY;
        told = null;
        if (!isOver) observer.error(error);
      }
      const took = performance.now() - begunAt;
      await pause(Math.min(LONGEST_REST, Math.max(CALM, REST * took)));
    }
    isRunning = false;
    const due = [...unread.values()].map((failure) => failure.dueAt);
    if (listDueAt !== null) due.push(listDueAt);
    if (isOver || due.length === 0) return;
    const dueAt = Math.min(...due);
    retry = setTimeout(() => void run(), Math.max(0, dueAt - performance.now()));
  }

  function isToBeRead(id: Id, stamp: string): boolean {
    if (known.get(id)?.stamp === stamp) return false;
    const failure = unread.get(id);
    return failure?.stamp !== stamp || failure.dueAt <= performance.now();
  }

  async function catchUp(): Promise<void> {
    const all = await source.stamps();
    const stamps = new Map([...all].flatMap(([id, { stamp, isBinned }]) => (isBinned ? [] : [[id, stamp]])));
    for (const rows of [known, unread]) for (const id of rows.keys()) if (!stamps.has(id)) rows.delete(id);
    const stale = [...stamps].filter(([id, stamp]) => isToBeRead(id, stamp)).map(([id]) => id);
    for (const row of await store.read(stale))
      if (row.stamp === stamps.get(row.mapId)) known.set(row.mapId, row);
    const missing = stale.filter((id) => known.get(id)?.stamp !== stamps.get(id));
    tell(missing);
    await readAll(missing, stamps);
    if (!isTidied && !isOver) await store.keepOnly(new Set(all.keys()));
    isTidied = true;
  }

  async function readAll(missing: readonly Id[], stamps: ReadonlyMap<Id, string>): Promise<void> {
    let toldAt = performance.now();
    for (const [index, id] of missing.entries()) {
      await new Promise<void>((resolve) => whenIdle(resolve, LATEST));
      if (isOver) return;
      await readOne(id, stamps.get(id) ?? "");
      if (performance.now() - toldAt < BETWEEN_NEWS && index < missing.length - 1) continue;
      tell(missing.slice(index + 1));
      toldAt = performance.now();
    }
  }

  async function readOne(id: Id, stamp: string): Promise<void> {
    try {
      const found = await source.read(id);
      if (found) {
        const row = { mapId: id, stamp: found.stamp, figures: figuresOf(found.map) };
        known.set(id, row);
        unread.delete(id);
        await store.write([row]);
        return;
      }
    } catch (error) {
      console.warn(`The figures of map ${id} could not be made`, error);
    }
    known.delete(id);
    const before = unread.get(id);
    const rest = before?.stamp === stamp ? Math.min(2 * before.rest, LONGEST_RETRY) : FIRST_RETRY;
    unread.set(id, { stamp, rest, dueAt: performance.now() + rest });
  }

  const end = source.onChange(() => void run());
  void run();
  return () => {
    isOver = true;
    clearTimeout(retry);
    end();
  };
}
