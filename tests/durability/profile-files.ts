import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from "node:fs";
import { basename, join, sep } from "node:path";

/** The files of a profile in which the browser keeps what pages store. Only to be touched while no browser runs. */

const DATABASES = join("Default", "IndexedDB");
const PRIVATE_FILES = join("Default", "File System");

/** All files below a folder, also those in its folders. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** Cuts the end off the newest log of a LevelDB, as a power cut in the middle of a write does. */
export function tearLog(profile: string, bytes: number): void {
  const logs = filesIn(join(profile, DATABASES)).filter(
    (path) => path.endsWith(".log") && path.includes(`.leveldb${sep}`),
  );
  const newest = logs.sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)[0];
  if (newest === undefined) throw new Error("there is no log");
  truncateSync(newest, Math.max(0, statSync(newest).size - bytes));
}

/**
 * The SQLite file of the database of the maps. There is one for each database, with a name that says nothing: the names
 * of the stores within tell which it is.
 */
export function sqliteFile(profile: string): string {
  const [file, ...others] = filesIn(join(profile, DATABASES))
    .filter((path) => !/-(journal|wal|shm)$/u.test(path))
    .filter((path) => {
      const bytes = readFileSync(path);
      return (["latin1", "utf16le"] as const).some((code) =>
        bytes.includes(Buffer.from("checkpoints", code)),
      );
    });
  if (file === undefined || others.length > 0) throw new Error(`not one database: ${[file, ...others]}`);
  return file;
}

/** Removes the files in which the browser keeps values that are too large for its log; tells how many. */
export function removeValueFiles(profile: string): number {
  const files = filesIn(join(profile, DATABASES)).filter((path) => /\.(indexeddb\.)?blob[/\\]/u.test(path));
  for (const file of files) rmSync(file);
  return files.length;
}

/** The files that the app wrote into its private file system; their names are numbers. */
export function mirrorFiles(profile: string): readonly string[] {
  const files = filesIn(join(profile, PRIVATE_FILES)).filter((path) => /^\d{8}$/u.test(basename(path)));
  if (files.length === 0) throw new Error("there is no copy");
  return files;
}

export function privateFolder(profile: string): string {
  return join(profile, PRIVATE_FILES);
}

/** Writes over a part of a file; `from` and `to` as parts of its length, 0 to 1. */
export function overwrite(file: string, from: number, to: number, byteAt: (index: number) => number): void {
  const handle = openSync(file, "r+");
  const { size } = fstatSync(handle);
  const start = Math.floor(size * from);
  const bytes = Uint8Array.from({ length: Math.floor(size * to) - start }, (_, index) => byteAt(index));
  writeSync(handle, bytes, 0, bytes.length, start);
  closeSync(handle);
}

export function cutInHalf(file: string): void {
  truncateSync(file, Math.floor(statSync(file).size / 2));
}
