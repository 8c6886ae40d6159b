import { vi } from "vitest";
import { createStore } from "zustand/vanilla";
import type {
  BackupCopyState,
  BackupFolderState,
  DatabaseState,
  StorageService,
} from "#ui/storage-service.ts";

export interface StorageFacts {
  readonly database?: Partial<DatabaseState>;
  readonly copy?: Partial<BackupCopyState>;
  readonly folder?: Partial<BackupFolderState>;
}

export function fakeStorage({ database, copy, folder }: StorageFacts = {}) {
  return {
    database: createStore<DatabaseState>(() => ({
      isAvailable: true,
      isPersistent: null,
      problem: null,
      ...database,
    })),
    copy: createStore(() => ({ isAvailable: true, lastAt: null, isProven: false, problem: null, ...copy })),
    folder: createStore<BackupFolderState>(() => ({
      state: "none",
      folderName: null,
      problem: null,
      files: {},
      unread: {},
      ...folder,
    })),
    chooseFolder: vi.fn(async () => {}),
    reconnectFolder: vi.fn(async () => {}),
    disconnectFolder: vi.fn(async () => {}),
    downloadMap: vi.fn(async () => true),
    downloadAll: vi.fn(async () => {}),
  } satisfies StorageService;
}
