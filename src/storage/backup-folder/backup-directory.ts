/** The part of a file of the File System Access API that is used. */
export interface BackupFile {
  getFile(): Promise<Pick<File, "size" | "lastModified" | "text">>;
  createWritable(): Promise<BackupStream>;
}

/** What is written to it appears in the file when it is closed, all at once. */
export interface BackupStream {
  write(text: string): Promise<void>;
  close(): Promise<void>;
  abort(): Promise<void>;
}

/** The part of a folder; a `FileSystemDirectoryHandle` is one. TypeScript does not know its permissions yet. */
export interface BackupDirectory {
  readonly name: string;
  getFileHandle(name: string, options?: { create?: boolean }): Promise<BackupFile>;
  removeEntry(name: string): Promise<void>;
  queryPermission?(descriptor: { mode: "readwrite" }): Promise<PermissionState>;
  /** Only in answer to a click. */
  requestPermission?(descriptor: { mode: "readwrite" }): Promise<PermissionState>;
}

/** The content of a file, or null when there is none. */
export async function openIfThere(
  folder: BackupDirectory,
  name: string,
): Promise<Awaited<ReturnType<BackupFile["getFile"]>> | null> {
  try {
    return await (await folder.getFileHandle(name)).getFile();
  } catch (error) {
    // Also a folder of this name: it is somebody else's, and writing fails as well.
    if (isNamed(error, "NotFoundError")) return null;
    throw error;
  }
}

export function isNamed(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof DOMException && names.includes(error.name);
}
