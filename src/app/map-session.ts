import { createEditor, type Editor } from "#editor/editor.ts";
import { changeMap } from "#model/commands/map.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import type { Connection } from "#storage/connection.ts";
import { createJournal, type Journal } from "#storage/journal.ts";
import type { LoadedMap, MapRepository } from "#storage/map-repository.ts";
import { claimWriterRight, type WindowMessage, type WriterRight } from "#storage/writer-right.ts";
import { type OpenMap, type StoreNotice, UnreadableMapError } from "#ui/services.ts";
import { followStore, type StoreFollower } from "./follow-store.ts";
import { journalOnDatabase } from "./journal-on-database.ts";
import type { OpenMapListener } from "./open-map-listener.ts";
import { onPageEnd } from "./page-end.ts";
import { createRefusals } from "./refusals.ts";
import { rememberedViewport } from "./remembered-viewport.ts";
import { browserStorage } from "./settings.ts";
import { shownSaving } from "./shown-saving.ts";
import { guardUnload } from "./unload-guard.ts";

export interface SessionOptions {
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

interface Session {
  readonly openMap: Omit<OpenMap, "close">;
  /** Resolves with whether everything was written; when not, the session goes on. */
  end(): Promise<boolean>;
}

/** Joins editor, journal and the right to write. Null when there is no such map. */
export async function openSession(id: Id, options: SessionOptions): Promise<Session | null> {
  let parts: Parts | null = null;
  const finish = () => (parts ? lastWrites(parts, options) : Promise.resolve());
  const right = claimWriterRight(id, { locks: navigator.locks, channel: options.channel, flush: finish });
  await right.decided;
  const isMine = () => right.state.getState().isMine;
  // Only here: while a map is edited its copy may be ahead of the store by what is under way.
  if (isMine()) await options.catchUp(id);
  const loaded = await options.library.open(id, isMine());
  if ("problem" in loaded) {
    await right.release();
    if (loaded.problem !== "missing") throw new UnreadableMapError(loaded.problem);
    return null;
  }
  parts = joinParts(id, loaded, right, options);
  const { editor, journal, refused, isOutdated } = parts;
  const stop = listen(id, parts, options);
  if (isMine()) {
    options.listener?.onOpened?.(id, journal.kept);
    parts.follower.begin(loaded);
  }
  if (loaded.damage.length > 0) {
    options.notify({ kind: "damaged", title: loaded.map.title, count: loaded.damage.length });
  }
  return {
    openMap: {
      editor,
      saving: shownSaving(journal.saving, right, isOutdated),
      retry: journal.retry,
      takeOver: right.takeOver,
      refused: refused.store,
      viewport: rememberedViewport(browserStorage(), id),
    },
    async end() {
      journal.retry();
      await journal.settled();
      if (journal.saving.getState().state !== "saved") return false;
      if (isMine()) {
        await journal.checkpoint();
        await tellClosed(journal, options);
      }
      stop();
      await right.release();
      return true;
    },
  };
}

interface Parts {
  readonly editor: Editor;
  readonly journal: Journal;
  readonly right: WriterRight;
  readonly follower: StoreFollower;
  readonly refused: ReturnType<typeof createRefusals>;
  /** Writes the whole map where the database is another one now. */
  rewriteIfReplaced(): void;
  /** A newer program takes over the database: its window is the one to go on in. */
  outdate(): void;
  isOutdated(): boolean;
}

function joinParts(id: Id, loaded: LoadedMap, right: WriterRight, options: SessionOptions): Parts {
  const { listener, channel, notify } = options;
  const { isMine, mayEdit } = rightsOf(right);
  let isOutdated = false;
  const follower = followStore({
    id,
    library: options.library,
    editor: () => editor,
    journal: () => journal,
    isMine,
    isOutdated: () => isOutdated,
    keepCopy: options.keepCopy,
    notify,
  });
  const store = journalOnDatabase(options.connection);
  const journal = createJournal(store, loaded, {
    writer: options.newId(),
    onEntries: (entries) => listener?.onEntries?.(id, entries),
    onKept(map, rev) {
      follower.kept();
      channel?.postMessage({ kind: "kept", mapId: id, rev } satisfies WindowMessage);
      listener?.onKept?.(map, rev);
    },
    onConflict: () => void follower.catchUp(),
    onRewritten: () => notify({ kind: "rewritten", title: journal.kept().map.title }),
  });
  journal.saving.subscribe((state) => listener?.onSaving?.(id, state));
  const refused = createRefusals();
  const editor = createEditor(loaded.late?.map ?? loaded.map, {
    now: options.now,
    mayEdit: () => mayEdit() && !follower.isCatchingUp() && !isOutdated,
    onRefused: refused.add,
    onChange(change) {
      listener?.onChange?.(change);
      journal.write(change);
    },
  });
  return {
    editor,
    journal,
    right,
    follower,
    refused,
    rewriteIfReplaced() {
      if (isMine() && store.isReplaced()) journal.rewrite();
    },
    outdate() {
      isOutdated = true;
    },
    isOutdated: () => isOutdated,
  };
}

function rightsOf({ state }: WriterRight) {
  return {
    isMine: () => state.getState().isMine,
    mayEdit: () => state.getState().isMine && !state.getState().isHandedOver,
  };
}

/** What is to be written before another window, or another program, goes on. */
async function lastWrites({ journal }: Parts, options: SessionOptions): Promise<void> {
  journal.flush();
  await journal.settled();
  await tellClosed(journal, options);
}

async function tellClosed(journal: Journal, { listener }: SessionOptions): Promise<void> {
  const { map, rev } = journal.kept();
  await listener?.onClosed?.(map, rev);
}

/** Answers to the other windows, the connection and the page. Returns how to end it. */
function listen(id: Id, parts: Parts, options: SessionOptions): () => void {
  const { editor, journal, right, follower } = parts;
  const { channel, connection, listener } = options;
  const { isMine } = rightsOf(right);
  const handleMessage = ({ data }: MessageEvent<WindowMessage>) => {
    if (data.mapId !== id) return;
    if (data.kind === "kept" && !isMine()) follower.refresh();
    if (data.kind === "rename" && isMine()) editor.dispatch(changeMap({ title: data.title }));
  };
  channel?.addEventListener("message", handleMessage);
  const ends = [
    () => channel?.removeEventListener("message", handleMessage),
    right.state.subscribe(({ isMine: isNow }, { isMine: wasBefore }) => {
      if (!isNow || wasBefore) return;
      void follower.catchUp().then(() => {
        listener?.onTakenOver?.(journal.kept().map);
        listener?.onOpened?.(id, journal.kept);
      });
    }),
    connection.onClosing(() => {
      parts.outdate();
      return lastWrites(parts, options)
        .catch((error: unknown) => console.warn("The last changes could not be written", error))
        .finally(right.release);
    }),
    connection.onOpen(parts.rewriteIfReplaced),
    connection.onLost(journal.doubt),
    // Of the journal: who only looks on has nothing to lose.
    guardUnload(journal.saving, journal.flush, journal.isInPause),
    onPageEnd({
      flush: journal.flush,
      onLeave: journal.leave,
      onReturn: follower.refresh,
      // A page that was frozen may have missed what the other windows told it.
      onSeen: () => isMine() || follower.refresh(),
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}
