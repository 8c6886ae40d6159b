import type { BackupDirectory, BackupFile } from "#storage/backup-folder/backup-directory.ts";

interface Entry {
  text: string;
  lastModified: number;
}

/** A folder outside of the browser, in memory. */
export class MemoryDirectory implements BackupDirectory {
  readonly name: string;
  readonly files = new Map<string, Entry>();
  readonly folders = new Set<string>();
  permission: PermissionState = "granted";
  /** What a click on the browser's question will answer. */
  answer: PermissionState = "granted";
  /** What the next calls reject with. */
  trouble: DOMException | null = null;
  /** What arrives of a text on disk. */
  arrives: (text: string) => string = (text) => text;
  /** Names in the order in which they were written. */
  readonly written: string[] = [];

  constructor(name = "Backups") {
    this.name = name;
  }

  async queryPermission(): Promise<PermissionState> {
    return this.permission;
  }

  async requestPermission(): Promise<PermissionState> {
    this.permission = this.answer;
    return this.permission;
  }

  async getFileHandle(name: string, options?: { create?: boolean }): Promise<BackupFile> {
    this.check();
    if (this.folders.has(name)) throw new DOMException(name, "TypeMismatchError");
    if (!this.files.has(name)) {
      if (!options?.create) throw new DOMException(name, "NotFoundError");
      this.put(name, "");
    }
    return {
      getFile: async () => {
        this.check();
        const entry = this.files.get(name);
        if (!entry) throw new DOMException(name, "NotFoundError");
        const { text, lastModified } = entry;
        return { size: text.length, lastModified, text: async () => text };
      },
      createWritable: async () => {
        this.check();
        let waiting = "";
        return {
          write: async (text) => {
            this.check();
            waiting += text;
          },
          close: async () => {
            this.check();
            this.put(name, this.arrives(waiting));
            this.written.push(name);
          },
          abort: async () => {},
        };
      },
    };
  }

  async removeEntry(name: string): Promise<void> {
    this.check();
    this.files.delete(name);
  }

  /** As another program does. */
  put(name: string, text: string): void {
    this.files.set(name, { text, lastModified: Date.now() });
  }

  names(): readonly string[] {
    return [...this.files.keys()].sort();
  }

  textOf(name: string): string | undefined {
    return this.files.get(name)?.text;
  }

  private check(): void {
    if (this.permission !== "granted") throw new DOMException("", "NotAllowedError");
    if (this.trouble) throw this.trouble;
  }
}
