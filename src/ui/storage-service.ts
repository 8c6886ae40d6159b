import type { StoreApi } from "zustand/vanilla";
import type { SaveProblem } from "#editor/save-state.ts";
import type { Id } from "#model/journey-map.ts";

/** The database of the browser, in which every change is kept. */
export interface DatabaseState {
  /** False when this browser keeps nothing. */
  readonly isAvailable: boolean;
  /** Whether the browser has promised not to clear it by itself; null when it does not say. */
  readonly isPersistent: boolean | null;
  /** Why changes of a map that is open here are not kept; null when none waits. */
  readonly problem: SaveProblem | null;
}

/** The second copy in the browser's private files. */
export interface BackupCopyState {
  readonly isAvailable: boolean;
  /** When the newest change was written there, ISO 8601, UTC; null before the first. */
  readonly lastAt: string | null;
  /** Whether it could be read in a later session than that in which it was begun. */
  readonly isProven: boolean;
  readonly problem: "storageFull" | "failed" | null;
}

/** The folder outside of the browser. */
export interface BackupFolderState {
  readonly state: "unsupported" | "none" | "connected" | "needsPermission" | "failed";
  readonly folderName: string | null;
  readonly problem: "folderGone" | "storageFull" | "failed" | null;
  /** By map: its file there, and when it was written (ISO 8601, UTC). */
  readonly files: Readonly<Record<Id, { readonly name: string; readonly at: string }>>;
  /** By map: the titles of those that could not be read, and have no file of this visit. */
  readonly unread: Readonly<Record<Id, string>>;
}

/** Where the maps lie: three places, each of which survives more than the one before it. */
export interface StorageService {
  readonly database: StoreApi<DatabaseState>;
  readonly copy: StoreApi<BackupCopyState>;
  readonly folder: StoreApi<BackupFolderState>;
  /** Asks for a folder; to be called in answer to a click, as is `reconnectFolder`. */
  chooseFolder(): Promise<void>;
  /** Asks for the permission to go on writing into the folder of an earlier visit. */
  reconnectFolder(): Promise<void>;
  /** Writes into no folder any more; what lies there stays. */
  disconnectFolder(): Promise<void>;
  /** Gives a map to the user as a file. False: there is no such map. */
  downloadMap(id: Id): Promise<boolean>;
  /** Gives all maps to the user as files. */
  downloadAll(): Promise<void>;
}
