import { createStore, type StoreApi } from "zustand/vanilla";
import type { Id } from "#model/journey-map.ts";
import type { MirrorEntry } from "./entry-chain.ts";
import type { MirrorBase, MirrorNews, MirrorProblem } from "./map-mirror.ts";
import type { CallName, MirrorCalls, MirroredMap } from "./mirror-messages.ts";
import { type KeptTexts, mirroredIds } from "./mirrored-ids.ts";
import type { MirroredState } from "./newest-state.ts";
import type { MirroredVersion, VersionFile } from "./version-files.ts";
import { createWorkerCalls, type StartWorker } from "./worker-line.ts";

export type {
  MirrorBase,
  MirrorEntry,
  MirroredMap,
  MirroredState,
  MirroredVersion,
  MirrorProblem,
  VersionFile,
};

/** Of the map that was followed last, except for `isAvailable`. */
export interface MirrorState {
  /** False when this browser has no private file system or no workers (some private windows). */
  readonly isAvailable: boolean;
  /** When the newest change was written to disk, ISO 8601, UTC; null before the first. */
  readonly lastAt: string | null;
  /**
   * Whether the copy lies in files that an earlier session made and this one could read. A power cut may take
   * a file away that is new in its folder (measured: 40 of 40), so a new one does not count as a backup yet.
   */
  readonly isProven: boolean;
  /** Why the copy is behind; it is tried again by itself. */
  readonly problem: MirrorProblem | null;
  /** When a copy was last made anew because it was gone or damaged, ISO 8601, UTC. */
  readonly rebuiltAt: string | null;
}

/**
 * A second copy of every map in the browser's private file system, another place in the engine than its
 * database. Nothing here ever rejects: what goes wrong is in `state`, and is tried again.
 */
export interface Mirror {
  readonly state: StoreApi<MirrorState>;
  /**
   * Begins to keep a map's copy up to date; only for the tab that may write the map. A copy that holds another
   * state is replaced. `current` gives what the journal has confirmed; it is asked again when the mirror has lost
   * the thread.
   */
  follow(mapId: Id, current: () => MirrorBase): Promise<void>;
  /**
   * The changes of the journal, each following the one before it or growing out of it. Only after `follow`. They
   * need not be confirmed yet: what the database does not take is at least here.
   */
  append(mapId: Id, entries: readonly MirrorEntry[]): void;
  /** Replaces the copy of a map that is followed, or makes the one of a map that nobody has open. */
  snapshot(base: MirrorBase): Promise<void>;
  /** Ends `follow`, so that another tab may begin. Resolves when all is on disk. */
  release(mapId: Id): Promise<void>;
  /** What there is of every map. Empty, too, where there is no mirror. */
  list(): Promise<readonly MirroredMap[]>;
  /** Where the copy of a map stands, without reading its document; null when there is none. */
  standing(mapId: Id): Promise<MirroredMap | null>;
  /** The newest sound state of a map. */
  read(mapId: Id): Promise<MirroredState | null>;
  /** Says that a map was moved to the bin, or (null) back. */
  mark(mapId: Id, deletedAt: string | null): Promise<void>;
  /** The maps that there was a copy of, as is remembered elsewhere: also when the copies are gone. */
  copiedIds(): readonly Id[];
  /** Does not remember a map any more that was lost. */
  forget(mapId: Id): void;
  /** For good, with all versions. */
  remove(mapId: Id): Promise<void>;
  /** The files that hold versions, of all maps; null when that cannot be told now. */
  versions(): Promise<readonly VersionFile[] | null>;
  /** Null when it is damaged or gone. */
  readVersion(name: string): Promise<MirroredVersion | null>;
  /** Null when it could not be kept. `storeId`: of the database that the version lies in. */
  keepVersion(version: MirroredVersion, storeId: string): Promise<VersionFile | null>;
  removeVersions(names: readonly string[]): Promise<void>;
}

export interface MirrorOptions {
  readonly start: StartWorker;
  /** Remembers which maps there is a copy of; another place than the mirror, such as `localStorage`. */
  readonly texts: KeptTexts;
}

export function createMirror({ start, texts }: MirrorOptions): Mirror {
  const state = createStore<MirrorState>(() => ({
    isAvailable: true,
    lastAt: null,
    isProven: false,
    problem: null,
    rebuiltAt: null,
  }));
  const known = mirroredIds(texts);
  const followed = new Map<Id, () => MirrorBase>();
  let watched: Id | null = null;
  const worker = createWorkerCalls({
    start,
    onState: (line) => state.setState({ isAvailable: line !== "unavailable" }),
    onRestart() {
      for (const mapId of followed.keys()) void begin(mapId);
    },
    onNews(message) {
      // The worker sends nothing else.
      const { mapId, news } = message as { mapId: Id; news: MirrorNews };
      hear(mapId, news);
    },
  });

  /** The answer of the worker, or `otherwise`. */
  async function attempt<N extends CallName, T>(
    otherwise: T,
    name: N,
    values: Parameters<MirrorCalls[N]>,
    onFailure?: () => void,
  ): Promise<Awaited<ReturnType<MirrorCalls[N]>> | T> {
    try {
      return (await worker.call(name, values)) as Awaited<ReturnType<MirrorCalls[N]>>;
    } catch (error) {
      onFailure?.();
      console.warn(`The mirror failed to ${name}`, error);
      return otherwise;
    }
  }

  /** As `attempt`, for what leaves the copy of a map behind when it fails. */
  function ask<N extends CallName, T>(otherwise: T, name: N, ...values: Parameters<MirrorCalls[N]>) {
    return attempt(otherwise, name, values, () => {
      if (state.getState().isAvailable) state.setState({ problem: "failed" });
    });
  }

  async function begin(mapId: Id): Promise<void> {
    const current = followed.get(mapId);
    if (current) await ask(undefined, "follow", current(), known.has(mapId));
  }

  function hear(mapId: Id, news: MirrorNews): void {
    if (news.kind === "lost") {
      const current = followed.get(mapId);
      if (current) void ask(undefined, "snapshot", current(), true);
    } else if (news.kind === "rebuilt") {
      state.setState({ rebuiltAt: new Date().toISOString() });
    } else if (news.kind === "problem") {
      console.warn(`The copy of map ${mapId} could not be written`, news.detail);
      state.setState({ problem: news.problem });
    } else {
      known.add(mapId);
      if (mapId === watched) state.setState({ lastAt: news.at, isProven: news.isProven, problem: null });
    }
  }

  return {
    state,
    async follow(mapId, current) {
      followed.set(mapId, current);
      watched = mapId;
      state.setState({ lastAt: null, isProven: false, problem: null });
      await begin(mapId);
    },
    append(mapId, entries) {
      // An entry of the journal has more to it, which would only be carried along.
      const bare = entries.map(({ seq, span, at, change, hash }) => ({ seq, span, at, change, hash }));
      void ask(undefined, "append", mapId, bare);
    },
    snapshot: (base) => ask(undefined, "snapshot", base, known.has(base.map.id)),
    async release(mapId) {
      followed.delete(mapId);
      await ask(undefined, "release", mapId);
    },
    list: () => ask([], "list"),
    standing: (mapId) => ask(null, "standing", mapId),
    read: (mapId) => ask(null, "read", mapId),
    mark: (mapId, deletedAt) => ask(undefined, "mark", mapId, deletedAt),
    copiedIds: known.list,
    forget: known.remove,
    async remove(mapId) {
      known.remove(mapId);
      await ask(undefined, "remove", mapId);
    },
    versions: () => attempt(null, "versions", []),
    readVersion: (name) => attempt(null, "readVersion", [name]),
    keepVersion: (version, storeId) => attempt(null, "keepVersion", [version, storeId]),
    removeVersions: (names) => attempt(undefined, "removeVersions", [names]),
  };
}
