import { createStore, type StoreApi } from "zustand/vanilla";
import { createEditor, type DocumentChange } from "#editor/editor.ts";
import type { SaveState } from "#editor/save-state.ts";
import { changeMap } from "#model/commands/map.ts";
import { contentHash } from "#model/content-hash.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import type { Connection } from "#storage/connection.ts";
import type { JournalEntry } from "#storage/database.ts";
import { createJournal, type Journal } from "#storage/journal.ts";
import type { WaitingLate } from "#storage/late-changes.ts";
import type { LoadedMap, MapRepository } from "#storage/map-repository.ts";
import { restoreHistory } from "#storage/restore-history.ts";
import { whenIdle } from "#storage/timing.ts";
import { claimWriterRight, type WindowMessage, type WriterRight } from "#storage/writer-right.ts";
import { type OpenMap, type StoreNotice, UnreadableMapError } from "#ui/services.ts";
import { journalOnDatabase } from "./journal-on-database.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { onPageEnd } from "./page-end.ts";
import { createRefusals } from "./refusals.ts";
import { rememberedViewport } from "./remembered-viewport.ts";
import { browserStorage } from "./settings.ts";
import { guardUnload } from "./unload-guard.ts";

/** Undo over a reload waits for an idle moment, but no longer than so many milliseconds. */
const LATEST_HISTORY = 1000;

export interface OpenMapsOptions {
  readonly connection: Connection;
  readonly library: MapRepository;
  readonly newId: () => Id;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  /** Between the windows of this browser. */
  readonly channel: BroadcastChannel | null;
  /** Brings a map to the state of a copy elsewhere that is newer. */
  catchUp(id: Id): Promise<void>;
  /** Keeps a document that somebody else's change would replace, as a map of its own; resolves with its title. */
  keepCopy(map: JourneyMap): Promise<string>;
  notify(notice: StoreNotice): void;
  /** Told of what is written, for copies elsewhere. */
  readonly listener?: OpenMapListener;
}

export interface OpenMapListener {
  /** This window may edit the map from now on; `kept` gives what the store has acknowledged. */
  onOpened?(mapId: Id, kept: Journal["kept"]): void;
  /** Before the change is on its way to the store. */
  onChange?(change: DocumentChange): void;
  /** This window has the right to edit that another one had; `map` is as the other one left it. */
  onTakenOver?(map: JourneyMap): void;
  onEntries?(mapId: Id, entries: readonly JournalEntry[]): void;
  onKept?(map: JourneyMap, rev: number): void;
  /** Whether all that was done here is kept, whenever that changes. */
  onSaving?(mapId: Id, state: SaveState): void;
  /** What it returns is waited for before another window may edit the map. */
  onClosed?(map: JourneyMap, rev: number): Promise<void> | void;
}

/** Opens maps: joins editor, journal and the right to write. */
export function createOpenMaps(options: OpenMapsOptions): (id: Id) => Promise<OpenMap | null> {
  // What could not be written exists nowhere else: it stays in memory for when its map is opened again.
  const unsaved = new Map<Id, OpenMap>();
  // Whoever comes back at once must find the last changes, and may not be taken for a second writer.
  const closing = new Map<Id, Promise<void>>();

  return async function openMap(id) {
    await closing.get(id);
    const kept = unsaved.get(id);
    if (kept) return kept;
    const session = await openSession(id, options);
    if (!session) return null;
    const open: OpenMap = {
      ...session.openMap,
      close() {
        const closed = close().finally(() => closing.delete(id));
        closing.set(id, closed);
        return closed;
      },
    };

    async function close(): Promise<void> {
      if (await session?.end()) unsaved.delete(id);
      else unsaved.set(id, open);
    }
    return open;
  };
}

interface Session {
  readonly openMap: Omit<OpenMap, "close">;
  /** Resolves with whether everything was written; when not, the session goes on. */
  end(): Promise<boolean>;
}

async function openSession(id: Id, options: OpenMapsOptions): Promise<Session | null> {
  const { connection, library, newId, now, channel, listener, notify } = options;
  let journal: Journal | null = null;
  async function finish(): Promise<void> {
    journal?.flush();
    await journal?.settled();
    const last = journal?.kept();
    if (last) await listener?.onClosed?.(last.map, last.rev);
  }
  const right = claimWriterRight(id, { locks: navigator.locks, channel, flush: finish });
  await right.decided;
  const isMine = () => right.state.getState().isMine;
  const isHandedOver = () => right.state.getState().isHandedOver;
  // Only here: while a map is edited its copy may be ahead of the store by what is under way.
  if (isMine()) await options.catchUp(id);
  const loaded = await library.open(id, isMine());
  if ("problem" in loaded) {
    await right.release();
    if (loaded.problem !== "missing") throw new UnreadableMapError(loaded.problem);
    return null;
  }
  const store = journalOnDatabase(connection);
  const kept = createJournal(store, loaded, {
    writer: newId(),
    onEntries: (entries) => listener?.onEntries?.(id, entries),
    onKept(map, rev) {
      late?.forget();
      late = null;
      channel?.postMessage({ kind: "kept", mapId: id, rev } satisfies WindowMessage);
      listener?.onKept?.(map, rev);
    },
    onConflict: () => void catchUpAlone(),
    onRewritten: () => notify({ kind: "rewritten", title: kept.kept().map.title }),
  });
  journal = kept;
  // Until it is acknowledged it stays where the page has left it.
  let late: WaitingLate | null = null;
  kept.saving.subscribe((state) => listener?.onSaving?.(id, state));
  // Above zero while this window still reads what another one did.
  let reading = 0;
  // True from when a newer program takes over the database: its window is the one to go on in.
  let isOutdated = false;
  const refused = createRefusals();
  const editor = createEditor(loaded.late?.map ?? loaded.map, {
    now,
    mayEdit: () => isMine() && !isHandedOver() && reading === 0 && !isOutdated,
    onRefused: refused.add,
    onChange(change) {
      listener?.onChange?.(change);
      kept.write(change);
    },
  });
  const bringBackHistory = ({ map, entries }: LoadedMap) =>
    whenIdle(() => {
      const { past, future } = restoreHistory(map, entries);
      const { past: present, map: reached } = editor.store.getState();
      // What was done since then goes on from the same document, or the steps would not fit together.
      if ((present[0]?.before ?? reached) === map) editor.restoreHistory(past, future);
    }, LATEST_HISTORY);

  /** Goes on from what another page left and the store does not take yet; it is shown, and not called saved. */
  function adoptLate(loaded: LoadedMap): LoadedMap {
    if (!loaded.late || !kept.adopt(loaded.late.batches)) return loaded;
    late = loaded.late;
    const { map, entries } = loaded.late;
    if (editor.store.getState().map !== map) editor.load(map);
    return { ...loaded, map, entries };
  }

  /** Shows what the store holds now: after another window wrote, or when this one may write again. */
  async function refresh(): Promise<void> {
    if (isOutdated) return;
    const present = await library.open(id, isMine());
    if ("problem" in present) return;
    if (present.rev !== kept.kept().rev) {
      await keepOwn(present);
      editor.load(present.map);
      kept.restart(present.map, present.rev);
    }
    if (!isMine()) return;
    const { entries } = adoptLate(present);
    bringBackHistory({ ...present, entries, map: editor.store.getState().map });
  }
  const refreshOnce = oneAtATime("Reading a map again", refresh);

  /** What this window could not write and what somebody else wrote meanwhile: each version becomes a map. */
  async function keepOwn(present: LoadedMap): Promise<void> {
    const own = kept.unsaved();
    if (own === null || isWithin(present, own)) return;
    const copy = await options.keepCopy(own);
    notify({ kind: "conflict", title: own.title, copy });
  }

  /** As `refresh`; until it is done nothing can be changed here, since it would not follow from what is read. */
  async function catchUpAlone(): Promise<void> {
    reading += 1;
    try {
      await refresh();
    } catch (error) {
      // What could not be kept stays what it is: not saved, and there to be downloaded.
      console.warn("What another window did could not be taken over", error);
    }
    reading -= 1;
  }

  const handleMessage = ({ data }: MessageEvent<WindowMessage>) => {
    if (data.mapId !== id) return;
    if (data.kind === "kept" && !isMine()) refreshOnce();
    if (data.kind === "rename" && isMine()) editor.dispatch(changeMap({ title: data.title }));
  };
  channel?.addEventListener("message", handleMessage);
  const endRight = right.state.subscribe(({ isMine: isNow }, { isMine: wasBefore }) => {
    if (!isNow || wasBefore) return;
    void catchUpAlone().then(() => {
      listener?.onTakenOver?.(kept.kept().map);
      listener?.onOpened?.(id, kept.kept);
    });
  });
  if (isMine()) {
    listener?.onOpened?.(id, kept.kept);
    bringBackHistory(adoptLate(loaded));
  }
  if (loaded.damage.length > 0) {
    notify({ kind: "damaged", title: loaded.map.title, count: loaded.damage.length });
  }

  const endClosing = connection.onClosing(() => {
    isOutdated = true;
    return finish()
      .catch((error: unknown) => console.warn("The last changes could not be written", error))
      .finally(right.release);
  });
  const endOpen = connection.onOpen(() => {
    if (isMine() && store.isReplaced()) kept.rewrite();
  });
  const endLost = connection.onLost(kept.doubt);
  const saving = savingOf(kept.saving, right, () => isOutdated);
  // Of the journal: who only looks on has nothing to lose.
  const endGuard = guardUnload(kept.saving, kept.flush);
  const endPage = onPageEnd({
    flush: kept.flush,
    onLeave: kept.leave,
    onReturn: refreshOnce,
    // A page that was frozen may have missed what the other windows told it.
    onSeen: () => isMine() || refreshOnce(),
  });
  return {
    openMap: {
      editor,
      saving,
      retry: kept.retry,
      takeOver: right.takeOver,
      refused: refused.store,
      viewport: rememberedViewport(browserStorage(), id),
    },
    async end() {
      kept.retry();
      await kept.settled();
      if (kept.saving.getState().state !== "saved") return false;
      if (isMine()) {
        await kept.checkpoint();
        const { map, rev } = kept.kept();
        await listener?.onClosed?.(map, rev);
      }
      endGuard();
      endPage();
      endOpen();
      endLost();
      endClosing();
      endRight();
      channel?.removeEventListener("message", handleMessage);
      await right.release();
      return true;
    },
  };
}

/** Whether a document is the present one, or one of those that led to it. */
function isWithin({ map, entries }: LoadedMap, document: JourneyMap): boolean {
  const hash = contentHash(document);
  return contentHash(map) === hash || entries.some((entry) => entry.hash === hash);
}

/** What the user is told: that of the journal, or that another window has the right to write. */
function savingOf(
  journal: StoreApi<SaveState>,
  { state: right }: WriterRight,
  isOutdated: () => boolean,
): StoreApi<SaveState> {
  const present = (): SaveState =>
    right.getState().isMine || journal.getState().state === "notSaved"
      ? journal.getState()
      : { state: "viewOnly", reason: isOutdated() ? "newerProgram" : "otherWindow" };
  const saving = createStore<SaveState>(present);
  journal.subscribe(() => saving.setState(present(), true));
  right.subscribe(() => saving.setState(present(), true));
  return saving;
}
