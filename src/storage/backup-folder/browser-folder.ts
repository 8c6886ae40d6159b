import type { BackupDirectory } from "./backup-directory.ts";

interface PickerOptions {
  /** The browser remembers the last folder for each. */
  readonly id: string;
  readonly mode: "readwrite";
  readonly startIn: "documents";
}

/** TypeScript does not know it yet. */
interface PageWithPicker {
  showDirectoryPicker?(options: PickerOptions): Promise<BackupDirectory>;
}

/** The browser's dialog that asks for a folder; null where it has none. */
export function folderPicker(page: object): (() => Promise<BackupDirectory>) | null {
  // Bound, since it is no function on its own.
  const { showDirectoryPicker } = page as PageWithPicker;
  const pick = showDirectoryPicker?.bind(page as PageWithPicker);
  return pick ? () => pick({ id: "dreiklang-backup", mode: "readwrite", startIn: "documents" }) : null;
}

/** Runs one work at a time in all windows of this browser; where there are no locks, in this one. */
export function oneWindowAtATime(locks: LockManager | undefined): <T>(work: () => Promise<T>) => Promise<T> {
  return async (work) => (locks ? await locks.request("dreiklang.backup-folder", work) : work());
}
