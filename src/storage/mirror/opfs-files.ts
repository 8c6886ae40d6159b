import type { MirrorFiles, OpenFile } from "./mirror-files.ts";

const FOLDER = "mirror";

/** How often a file is read again that changed while it was read. */
const READ_TRIES = 3;

/** The part of a FileSystemSyncAccessHandle that is used; TypeScript knows it only where there is no page. */
interface AccessHandle {
  getSize(): number;
  read(buffer: Uint8Array, options: { at: number }): number;
  write(buffer: Uint8Array, options: { at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

interface AccessibleFile extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<AccessHandle>;
}

/** Whether this worker can open files of the browser's private file system. */
export async function hasOpfs(): Promise<boolean> {
  try {
    if (!("createSyncAccessHandle" in FileSystemFileHandle.prototype)) return false;
    await folder();
    return true;
  } catch {
    return false;
  }
}

/** Files of the browser's private file system; only for a worker. */
export const opfsFiles: MirrorFiles = {
  async names() {
    const names: string[] = [];
    for await (const name of (await folder()).keys()) names.push(name);
    return names;
  },

  async read(name) {
    for (let tries = 1; ; tries += 1) {
      try {
        const file = await fileOf(name);
        return file && new Uint8Array(await file.arrayBuffer());
      } catch (error) {
        if (isNamed(error, "NotFoundError")) return null;
        if (tries === READ_TRIES) throw error;
      }
    }
  },

  sizeOf: async (name) => (await fileOf(name))?.size ?? null,

  async open(name) {
    const handle = await (await folder()).getFileHandle(name, { create: true });
    try {
      // Every file handle in a worker has this method where `hasOpfs` said yes.
      return openFile(await (handle as AccessibleFile).createSyncAccessHandle());
    } catch (error) {
      if (isNamed(error, "NoModificationAllowedError")) return null;
      throw error;
    }
  },

  async remove(name) {
    try {
      await (await folder()).removeEntry(name);
      return true;
    } catch (error) {
      if (isNamed(error, "NotFoundError")) return true;
      if (isNamed(error, "NoModificationAllowedError")) return false;
      throw error;
    }
  },
};

/** Looked up anew for every call, since the folder may be removed at any time. */
async function folder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create: true });
}

async function fileOf(name: string): Promise<File | null> {
  try {
    return await (await (await folder()).getFileHandle(name)).getFile();
  } catch (error) {
    if (isNamed(error, "NotFoundError")) return null;
    throw error;
  }
}

function openFile(handle: AccessHandle): OpenFile {
  return {
    read() {
      const bytes = new Uint8Array(handle.getSize());
      return bytes.subarray(0, handle.read(bytes, { at: 0 }));
    },
    write(bytes, at) {
      // A full disk does not always throw: fewer bytes are written.
      if (handle.write(bytes, { at }) !== bytes.length) throw new Error("Not all bytes were written");
    },
    truncate: (size) => handle.truncate(size),
    flush: () => handle.flush(),
    close: () => handle.close(),
  };
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof DOMException && error.name === name;
}
