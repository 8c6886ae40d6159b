import { isSameBytes } from "./bytes.ts";
import { checkSum } from "./check-sum.ts";
import { encodeLine, isRecord, linesOf, parsed } from "./copy-format.ts";
import { parseVersionFileName, type VersionFileName, versionFileName } from "./file-names.ts";
import type { MirrorFiles } from "./mirror-files.ts";

/** All of a version: what is known of it, and its document as compact JSON. */
export interface MirroredVersion {
  readonly facts: VersionFacts;
  readonly text: string;
}

/** What the mirror must know of a version; the rest of the facts is carried along. */
export interface VersionFacts {
  /** Of the database that it was copied from; in another one it has another id. */
  readonly id: number;
  readonly mapId: string;
  readonly rev: number;
  readonly at: string;
  readonly cause: string;
  readonly name: string | null;
  readonly hash: string;
}

export interface VersionFile extends VersionFileName {
  readonly name: string;
}

/**
 * The versions of all maps, each in a file of its own that is written once: one line as in a copy, with the facts and
 * the text. A version that is renamed gets another file, so no file is ever changed.
 */
export interface VersionFiles {
  /** Those that were written to their end; others are removed. */
  list(): Promise<readonly VersionFile[]>;
  /** Null when it is damaged or gone. */
  read(name: string): Promise<MirroredVersion | null>;
  /** Resolves once it is on disk, in a file of this name. */
  write(version: MirroredVersion, storeId: string): Promise<VersionFile>;
  /** Those in use stay. */
  remove(names: readonly string[]): Promise<void>;
}

const FORMAT = "dreiklang-version";

/** Tells a version from all others, whatever database it lies in. */
export function versionKey({ rev, at, cause, name, hash }: VersionFacts): string {
  return `${hash}-${checkSum(new TextEncoder().encode(JSON.stringify([rev, at, cause, name])))}`;
}

export function createVersionFiles(files: MirrorFiles): VersionFiles {
  async function remove(names: readonly string[]): Promise<void> {
    for (const name of names) await files.remove(name);
  }

  async function write({ facts, text }: MirroredVersion, storeId: string): Promise<VersionFile> {
    const bytes = encodeLine({ format: FORMAT, ...facts, text });
    const parts = { mapId: facts.mapId, key: versionKey(facts), storeId, size: bytes.length };
    const name = versionFileName(parts);
    const file = await files.open(name);
    if (!file) throw new Error("The version is being written by another tab");
    try {
      file.truncate(0);
      file.write(bytes, 0);
      file.flush();
    } finally {
      // Chromium hangs when it is to close a file that is gone.
      if ((await files.sizeOf(name)) !== null) file.close();
    }
    const written = await files.read(name);
    if (!written || !isSameBytes(written, bytes))
      throw new Error("The version does not read as it was written");
    return { name, ...parts };
  }

  return {
    async list() {
      const found: VersionFile[] = [];
      for (const name of await files.names()) {
        const parts = parseVersionFileName(name);
        if (!parts) continue;
        if ((await files.sizeOf(name)) === parts.size) found.push({ name, ...parts });
        else await files.remove(name);
      }
      return found;
    },
    async read(name) {
      const bytes = await files.read(name);
      const line = bytes && linesOf(bytes)[0];
      return line ? versionIn(parsed(line)) : null;
    },
    write,
    remove,
  };
}

function versionIn(value: unknown): MirroredVersion | null {
  if (!isRecord(value) || value.format !== FORMAT) return null;
  const { format, text, ...facts } = value;
  const isWhole =
    typeof text === "string" &&
    [facts.id, facts.rev].every(Number.isSafeInteger) &&
    [facts.mapId, facts.at, facts.cause, facts.hash].every((fact) => typeof fact === "string") &&
    (facts.name === null || typeof facts.name === "string");
  // Each field was looked at.
  return isWhole ? { facts: facts as unknown as VersionFacts, text } : null;
}
