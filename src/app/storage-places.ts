import { createStore } from "zustand/vanilla";
import type { SaveProblem, SaveState } from "#editor/save-state.ts";
import { fileNameOf } from "#exchange/file-name.ts";
import { mapToJson } from "#exchange/json/write-map.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import type { BackupDirectory } from "#storage/backup-folder/backup-directory.ts";
import { createBackupFolder } from "#storage/backup-folder/backup-folder.ts";
import { folderPicker, oneWindowAtATime } from "#storage/backup-folder/browser-folder.ts";
import type { Connection } from "#storage/connection.ts";
import type { MapRepository } from "#storage/map-repository.ts";
import type { Mirror } from "#storage/mirror/mirror.ts";
import type { StoreNotice } from "#ui/services.ts";
import type {
  BackupCopyState,
  BackupFolderState,
  DatabaseState,
  StorageService,
} from "#ui/storage-service.ts";
import { openMapIds } from "./keep-copies.ts";
import type { OpenMapListener } from "./open-map-listener.ts";
import { onPageEnd } from "./page-end.ts";
import { remindOfFiles } from "./remind-of-files.ts";
import { saveFile } from "./save-file.ts";
import { whenRead } from "./when-read.ts";

const EXTENSION = "dreiklang.json";
/** Of a map without a title; a name in no language. */
const NAMELESS = "map";
/** Where the handle of the backup folder is kept between visits. */
const HANDLE = "backup-folder";
/** Browsers drop downloads that follow too closely, milliseconds. */
const BETWEEN_DOWNLOADS = 300;

interface PlacesOptions {
  readonly connection: Connection;
  readonly library: MapRepository;
  readonly mirror: Mirror;
  notify(notice: StoreNotice): void;
}

export interface StoragePlaces {
  readonly storage: StorageService;
  /** Lets the files in the folder follow the maps that are edited. */
  readonly listeners: readonly OpenMapListener[];
  /** To be told of every file that the user takes away. */
  fileSaved(name: string): void;
}

/** The three places in which maps are kept, for the interface. */
export function storagePlaces({ connection, library, mirror, notify }: PlacesOptions): StoragePlaces {
  // The maps that this window edits; those of other windows are theirs to write.
  const own = new Map<Id, () => { readonly map: JourneyMap }>();
  const folder = createBackupFolder({
    pick: folderPicker(window),
    handle: handleIn(connection),
    maps: {
      async list() {
        // At the start of the page the folder of an earlier visit is there before the first of them is known.
        const { rows } = await whenRead(library);
        const openMaps = await openMapIds();
        return (rows ?? []).filter(
          ({ id, deletedAt }) => deletedAt === null && (own.has(id) || !openMaps.has(id)),
        );
      },
      load: async (id) => own.get(id)?.().map ?? library.load(id),
    },
    shape: {
      stem: (title) => fileNameOf(title, "", NAMELESS).replace(/\.$/, ""),
      text: mapToJson,
    },
    exclusively: oneWindowAtATime(navigator.locks),
  });
  void folder.start();
  onPageEnd({ flush: () => void folder.flush(), onReturn() {} });

  const { isAvailable, lastAt, isProven, problem } = mirror.state.getState();
  const copy = createStore<BackupCopyState>(() => ({ isAvailable, lastAt, isProven, problem }));
  mirror.state.subscribe((state) => copy.setState(state));
  const database = databaseState();
  const reminder = remindOfFiles({
    hasFolder: () => folder.state.getState().state === "connected",
    remind: ({ id, title }) => notify({ kind: "saveToFile", title, mapId: id }),
    now: Date.now,
  });
  return {
    storage: {
      database: database.state,
      copy,
      folder: folder.state,
      chooseFolder: folder.choose,
      reconnectFolder: folder.reconnect,
      disconnectFolder: folder.disconnect,
      async downloadMap(id) {
        const isThere = await downloadMap(own.get(id)?.().map ?? (await library.load(id)));
        if (isThere) reminder.saved();
        return isThere;
      },
      async downloadAll() {
        await downloadAll(library);
        reminder.saved();
      },
    },
    listeners: [
      {
        onOpened: (id, kept) => void own.set(id, kept),
        onKept(map) {
          database.askToPersist();
          folder.changed(map);
        },
        onSaving: database.tell,
        onClosed(map) {
          own.delete(map.id);
          void folder.flush();
        },
      },
      reminder.listener,
    ],
    fileSaved(name) {
      if (name.endsWith(`.${EXTENSION}`)) reminder.saved();
    },
  };
}

function databaseState() {
  const state = createStore<DatabaseState>(() => ({ isAvailable: true, isPersistent: null, problem: null }));
  const problems = new Map<Id, SaveProblem>();
  const answer = (isPersistent: boolean | undefined) =>
    state.setState({ isPersistent: isPersistent ?? null });
  let isAsked = false;
  void navigator.storage?.persisted?.().then(answer, () => {});
  return {
    state,
    /** How a map that is open here fares: where one is not saved, the database is not in order. */
    tell(mapId: Id, saving: SaveState) {
      if ("problem" in saving) problems.set(mapId, saving.problem);
      else problems.delete(mapId);
      const [problem = null] = problems.values();
      state.setState({ problem });
    },
    /** After the first real change, as browsers want it; they decide by themselves and ask nobody. */
    askToPersist() {
      if (isAsked) return;
      isAsked = true;
      void navigator.storage?.persist?.().then(answer, () => {});
    },
  };
}

function handleIn({ database, ready }: Connection) {
  return {
    async read(): Promise<BackupDirectory | null> {
      await ready();
      return (await database.handles.get(HANDLE))?.handle ?? null;
    },
    async write(handle: BackupDirectory | null): Promise<void> {
      await ready();
      if (handle) await database.handles.put({ key: HANDLE, handle });
      else await database.handles.delete(HANDLE);
    },
  };
}

async function downloadMap(map: JourneyMap | null): Promise<boolean> {
  if (map) await saveMap(map, new Set());
  return map !== null;
}

async function saveMap(map: JourneyMap, taken: Set<string>): Promise<void> {
  await saveFile(new Blob([mapToJson(map)], { type: "application/json" }), freeName(map, taken));
}

/** One file for each map; those in the bin stay there. Rejects with the titles of those that cannot be read. */
async function downloadAll(library: Pick<MapRepository, "summaries" | "load">): Promise<void> {
  const rows = library.summaries.getState().rows ?? [];
  const taken = new Set<string>();
  const unread: string[] = [];
  for (const { id, title } of rows.filter(({ deletedAt }) => deletedAt === null)) {
    const map = await library.load(id).catch(() => null);
    if (!map) {
      unread.push(`“${title}”`);
      continue;
    }
    await saveMap(map, taken);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_DOWNLOADS));
  }
  if (unread.length > 0) throw new Error(unread.join(", "));
}

function freeName(map: JourneyMap, taken: Set<string>): string {
  let name = fileNameOf(map.title, EXTENSION, NAMELESS);
  for (let number = 2; taken.has(name); number += 1) {
    name = fileNameOf(`${map.title} ${number}`, EXTENSION, NAMELESS);
  }
  taken.add(name);
  return name;
}

/** For a browser that keeps nothing: there are no places, but maps can be taken away. */
export function noStoragePlaces(library: Pick<MapRepository, "summaries" | "load">): StorageService {
  const nothing = async () => {};
  return {
    database: createStore(() => ({ isAvailable: false, isPersistent: null, problem: null })),
    copy: createStore(() => ({ isAvailable: false, lastAt: null, isProven: false, problem: null })),
    folder: createStore<BackupFolderState>(() => ({
      state: "unsupported",
      folderName: null,
      problem: null,
      files: {},
      unread: {},
    })),
    chooseFolder: nothing,
    reconnectFolder: nothing,
    disconnectFolder: nothing,
    downloadMap: async (id) => downloadMap(await library.load(id)),
    downloadAll: () => downloadAll(library),
  };
}
