/** A file that nobody else can open meanwhile. Its calls are synchronous, as those of the browser are. */
export interface OpenFile {
  read(): Uint8Array;
  /** Puts all bytes at a place, or throws. */
  write(bytes: Uint8Array<ArrayBuffer>, at: number): void;
  truncate(size: number): void;
  /** Returns when the bytes are on disk. */
  flush(): void;
  /** Never to be called when the file is gone: Chromium does not come back from it. */
  close(): void;
}

/** The files that the mirror needs, all in one folder. */
export interface MirrorFiles {
  names(): Promise<readonly string[]>;
  /** The content, also while somebody has the file open; null when there is none. */
  read(name: string): Promise<Uint8Array | null>;
  /** The size in bytes as a fresh look finds it; null when there is no such file. */
  sizeOf(name: string): Promise<number | null>;
  /** Opens a file, makes it where there is none; null when somebody has it open. */
  open(name: string): Promise<OpenFile | null>;
  /** False when somebody has it open. */
  remove(name: string): Promise<boolean>;
}

/** A tab that is being closed keeps its files open for a moment; delays in milliseconds. */
const PATIENCE = [50, 100, 200, 400, 800];

/** As `open`, tried for a second and a half. */
export async function openPatiently(files: MirrorFiles, name: string): Promise<OpenFile | null> {
  let file = await files.open(name);
  for (const delay of PATIENCE) {
    if (file) break;
    await new Promise((resolve) => setTimeout(resolve, delay));
    file = await files.open(name);
  }
  return file;
}
