import type { MirrorFiles, OpenFile } from "#storage/mirror/mirror-files.ts";

interface Content {
  bytes: Uint8Array;
}

interface Life {
  isOver: boolean;
  /** Left until it is over. */
  changes: number;
}

/** True when this was one change too many. */
function spend(life: Life): boolean {
  life.changes -= 1;
  life.isOver = life.changes < 0;
  return life.isOver;
}

/** A folder in memory that several workers share, with the manners of the browser's. */
export class MemoryFolder {
  readonly contents = new Map<string, Content>();
  /** Names that stay locked even when their file is gone, as in Chromium. */
  private readonly locked = new Set<string>();
  /** Bytes that may still be written; then every write fails. */
  space = Number.POSITIVE_INFINITY;
  /** What has been written and flushed, in order: `<name> <bytes>`. */
  readonly flushes: string[] = [];

  /**
   * As one worker sees it; after `end` it does nothing any more, and what it had open is free. `changes`: how many
   * times it may change a file; in the middle of the next one it is killed.
   */
  worker(changes = Number.POSITIVE_INFINITY): MirrorFiles & { end(): void; isOver(): boolean } {
    const mine = new Set<string>();
    const life: Life = { isOver: false, changes };
    const whileAlive = <T>(value: () => T): Promise<T> =>
      life.isOver ? new Promise<T>(() => {}) : Promise.resolve(value());
    return {
      names: () => whileAlive(() => [...this.contents.keys()]),
      read: (name) => whileAlive(() => this.contents.get(name)?.bytes.slice() ?? null),
      sizeOf: (name) => whileAlive(() => this.contents.get(name)?.bytes.length ?? null),
      open: (name) =>
        whileAlive(() => {
          if (this.locked.has(name)) return null;
          const content = this.contents.get(name) ?? { bytes: new Uint8Array() };
          this.contents.set(name, content);
          this.locked.add(name);
          mine.add(name);
          return this.opened(name, content, life, () => mine.delete(name));
        }),
      remove: (name) =>
        whileAlive(() => {
          if (this.locked.has(name)) return false;
          this.contents.delete(name);
          return true;
        }),
      isOver: () => life.isOver,
      end: () => {
        life.isOver = true;
        for (const name of mine) this.locked.delete(name);
      },
    };
  }

  /** Everything is gone while it is open: nobody is told. */
  clear(): void {
    this.contents.clear();
  }

  damage(name: string, change: (bytes: Uint8Array) => Uint8Array): void {
    const content = this.contents.get(name);
    if (content) content.bytes = change(content.bytes);
  }

  names(): readonly string[] {
    return [...this.contents.keys()].sort();
  }

  private opened(name: string, content: Content, life: Life, onClose: () => void): OpenFile {
    const folder = this;
    return {
      read: () => content.bytes.slice(),
      write(bytes, at) {
        if (life.isOver) return;
        const isLast = spend(life);
        const fitting = bytes.subarray(0, isLast ? bytes.length / 2 : Math.max(0, folder.space));
        folder.space -= fitting.length;
        const end = Math.max(content.bytes.length, at + fitting.length);
        const grown = new Uint8Array(end);
        grown.set(content.bytes);
        grown.set(fitting, at);
        content.bytes = grown;
        if (fitting.length < bytes.length && !isLast)
          throw new DOMException("The disk is full", "QuotaExceededError");
      },
      truncate(size) {
        if (life.isOver || spend(life)) return;
        content.bytes = content.bytes.slice(0, size);
      },
      flush() {
        if (!life.isOver) folder.flushes.push(`${name} ${content.bytes.length}`);
      },
      close() {
        if (folder.contents.get(name) !== content) throw new Error(`Chromium would hang: ${name} is gone`);
        folder.locked.delete(name);
        onClose();
      },
    };
  }
}
