import { createStore, type StoreApi } from "zustand/vanilla";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { type BackupDirectory, isNamed } from "./backup-directory.ts";
import { type BackupResult, createMapBackup, type FileShape, type MapBackup } from "./map-backup.ts";

export type BackupFolderProblem = "folderGone" | "storageFull" | "failed";

/** The file of a map that was written and read back last. */
export interface BackedUpFile {
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export interface BackupFolderState {
  /**
   * `unsupported`: this browser writes into no folders. `needsPermission`: it wants to be asked again, in answer to a
   * click. `failed`: the last attempt; it is tried again by itself.
   */
  readonly state: "unsupported" | "none" | "connected" | "needsPermission" | "failed";
  /** Null when none is chosen. */
  readonly folderName: string | null;
  /** Only when failed. */
  readonly problem: BackupFolderProblem | null;
  /** Written or found to be up to date since the page was opened. */
  readonly files: Readonly<Record<Id, BackedUpFile>>;
  /** The titles of those that could not be read when all were to be written. */
  readonly unread: Readonly<Record<Id, string>>;
}

/** Keeps a file of every map in a folder outside of the browser. Nothing here rejects but `choose` and `reconnect`. */
export interface BackupFolder {
  readonly state: StoreApi<BackupFolderState>;
  /** To be called once: takes up the folder of an earlier visit. */
  start(): Promise<void>;
  /** Lets the user choose a folder; only in answer to a click. Nothing changes when they choose none. */
  choose(): Promise<void>;
  /** Asks for the permission again; only in answer to a click. */
  reconnect(): Promise<void>;
  /** Forgets the folder; what lies there stays. */
  disconnect(): Promise<void>;
  /** To be called after every change: the map is written a few seconds after the last one. */
  changed(map: JourneyMap): void;
  /** Writes what waits now, both files of each map: when a map is closed, or the page is hidden. */
  flush(): Promise<void>;
}

export interface BackupFolderOptions {
  /** Null where the browser cannot. */
  readonly pick: (() => Promise<BackupDirectory>) | null;
  /** Where the chosen folder is kept between visits. */
  readonly handle: {
    read(): Promise<BackupDirectory | null>;
    write(folder: BackupDirectory | null): Promise<void>;
  };
  /** The maps of the library, without those in the bin and those that another window has open. */
  readonly maps: {
    list(): Promise<readonly { readonly id: Id; readonly title: string }[]>;
    /** Null when it cannot be read. */
    load(id: Id): Promise<JourneyMap | null>;
  };
  readonly shape: FileShape;
  /** Runs one work at a time, in all windows of this browser. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
}

/** After the last change; but never later than `LONGEST_DELAY` after the first. Milliseconds. */
const DELAY = 3_000;
const LONGEST_DELAY = 15_000;
/** Until the second file follows when nothing changes any more. */
const SECOND_DELAY = 30_000;
const RETRY_DELAY = 30_000;

interface Waiting {
  readonly map: JourneyMap;
  /** Of the first change that is in no file yet; null when only the second file is behind. */
  readonly since: number | null;
  readonly timer: ReturnType<typeof setTimeout>;
}

export function createBackupFolder(options: BackupFolderOptions): BackupFolder {
  const { pick, handle, maps, shape, exclusively } = options;
  const state = createStore<BackupFolderState>(() => ({
    state: pick ? "none" : "unsupported",
    folderName: null,
    problem: null,
    files: {},
    unread: {},
  }));
  let folder: BackupDirectory | null = null;
  let backups = new Map<Id, MapBackup>();
  const waiting = new Map<Id, Waiting>();
  let last: Promise<void> = Promise.resolve();

  const isWritable = () => folder !== null && ["connected", "failed"].includes(state.getState().state);

  function inTurn(work: () => Promise<void>): Promise<void> {
    last = last.then(() => exclusively(work)).catch(fail);
    return last;
  }

  function fail(error: unknown): void {
    if (folder && isNamed(error, "NotAllowedError", "SecurityError")) {
      // What changes until it is granted again is not waited for: then everything is looked at.
      allDone();
      state.setState({ state: "needsPermission", problem: null });
      return;
    }
    console.warn("The backup folder could not be written", error);
    if (folder) state.setState({ state: "failed", problem: problemOf(error) });
  }

  function wait(map: JourneyMap, since: number | null, delay: number): void {
    clearTimeout(waiting.get(map.id)?.timer);
    const timer = setTimeout(() => void inTurn(() => write(map.id)), delay);
    waiting.set(map.id, { map, since, timer });
  }

  /** Writes the one file of a map that is behind. */
  async function write(mapId: Id): Promise<void> {
    const next = waiting.get(mapId);
    const target = folder;
    if (!next || !target || !isWritable()) return;
    const { map, since } = next;
    const backup = backups.get(mapId) ?? createMapBackup(target, shape);
    backups.set(mapId, backup);
    let result: BackupResult;
    try {
      result = await backup.write(map);
    } catch (error) {
      if (folder !== target) return;
      wait(waiting.get(mapId)?.map ?? map, since, RETRY_DELAY);
      throw error;
    }
    if (folder !== target) return;
    const { name, at, isComplete } = result;
    const { files, unread } = state.getState();
    const { [mapId]: _, ...rest } = unread;
    const present = { ...files, [mapId]: { name, at } };
    state.setState({ state: "connected", problem: null, files: present, unread: rest });
    // A newer state of the map has its own time.
    if (waiting.get(mapId)?.map !== map) return;
    if (isComplete) done(mapId);
    else wait(map, null, SECOND_DELAY);
  }

  function done(mapId: Id): void {
    clearTimeout(waiting.get(mapId)?.timer);
    waiting.delete(mapId);
  }

  function allDone(): void {
    for (const id of [...waiting.keys()]) done(id);
  }

  async function use(chosen: BackupDirectory, permission: PermissionState): Promise<void> {
    allDone();
    folder = chosen;
    backups = new Map();
    const isGranted = permission === "granted";
    state.setState({
      state: isGranted ? "connected" : "needsPermission",
      folderName: chosen.name,
      problem: null,
      files: {},
      unread: {},
    });
    if (isGranted) await writeAll();
  }

  /** Brings both files of every map up to date; those that are stay as they are. */
  async function writeAll(): Promise<void> {
    for (const { id, title } of await maps.list()) {
      const map = waiting.get(id)?.map ?? (await loaded(id));
      if (!map) {
        state.setState(({ unread }) => ({ unread: { ...unread, [id]: title } }));
        continue;
      }
      wait(map, Date.now(), DELAY);
      await inTurn(() => write(id));
      await inTurn(() => write(id));
    }
  }

  /** One map that cannot be read keeps no other from its file. */
  async function loaded(id: Id): Promise<JourneyMap | null> {
    try {
      return await maps.load(id);
    } catch (error) {
      console.warn(`The map ${id} could not be read for the backup folder`, error);
      return null;
    }
  }

  async function quietly(work: () => Promise<void>): Promise<void> {
    await work().catch(fail);
  }

  return {
    state,
    start: () =>
      quietly(async () => {
        const kept = pick && (await handle.read());
        if (kept) await use(kept, (await kept.queryPermission?.({ mode: "readwrite" })) ?? "prompt");
      }),
    async choose() {
      if (!pick) return;
      let chosen: BackupDirectory;
      try {
        chosen = await pick();
      } catch (error) {
        if (isNamed(error, "AbortError")) return;
        throw error;
      }
      await quietly(() => handle.write(chosen));
      await quietly(() => use(chosen, "granted"));
    },
    async reconnect() {
      const kept = folder;
      const permission = await kept?.requestPermission?.({ mode: "readwrite" });
      if (kept && permission === "granted") await quietly(() => use(kept, permission));
    },
    async disconnect() {
      allDone();
      folder = null;
      const none = pick ? "none" : "unsupported";
      state.setState({ state: none, folderName: null, problem: null, files: {}, unread: {} });
      await quietly(() => handle.write(null));
    },
    changed(map) {
      if (!isWritable()) return;
      const since = waiting.get(map.id)?.since ?? Date.now();
      const left = since + LONGEST_DELAY - Date.now();
      wait(map, since, Math.max(0, Math.min(DELAY, left)));
    },
    async flush() {
      for (const id of [...waiting.keys()]) {
        await inTurn(() => write(id));
        await inTurn(() => write(id));
      }
    },
  };
}

function problemOf(error: unknown): BackupFolderProblem {
  if (isNamed(error, "NotFoundError")) return "folderGone";
  return isNamed(error, "QuotaExceededError") ? "storageFull" : "failed";
}
