import type { Id, JourneyMap } from "#model/journey-map.ts";
import { FORMAT_VERSION } from "#model/migrations.ts";
import { isSameBytes } from "./bytes.ts";
import { type Copy, decodeCopy, encodeCopy, encodeEntries } from "./copy-format.ts";
import { type MirrorEntry, startOf } from "./entry-chain.ts";
import { copyName, isCopyOf, isSettled } from "./file-names.ts";
import { type MirrorFiles, type OpenFile, openPatiently } from "./mirror-files.ts";
import { standingOf } from "./newest-state.ts";

/** What a copy is to hold. */
export interface Content {
  readonly map: JourneyMap;
  readonly rev: number;
  /** Of `map`. */
  readonly hash: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** The two files of a map, open for nobody else. */
export interface CopyPair {
  /** What lay there: a sound copy, nothing at all, or nothing but damage. */
  readonly found: "copy" | "nothing" | "damage";
  /** Of the newer file as it was opened: when it was last changed (ISO 8601), or null when it holds another state. */
  fits(content: Content): string | null;
  /** False, and nothing done, when a change begins before the copy does. */
  append(entries: readonly MirrorEntry[]): boolean;
  /** Writes the older file anew; from then on it is the newer one and grows. */
  replace(content: Content): Promise<void>;
  /** Whether the changes have become so many that it is time for `replace`. */
  isLong(): boolean;
  /** Whether both files are still where they were; the browser keeps silent when they are removed. */
  isIntact(): Promise<boolean>;
  /** Whether the file that grows is of an earlier session, so that no power cut takes it away. */
  isSettled(): boolean;
  close(): Promise<void>;
}

export interface PairOptions {
  readonly mapId: Id;
  readonly files: MirrorFiles;
  /** Random, one for each start of the worker. */
  readonly session: string;
  /** When somebody has a file open: wait a little and then go on without it, or give up at once. */
  readonly whenBusy: "goOn" | "giveUp";
}

/** Bytes of changes that are always allowed; beyond it they may be as long as the document. */
const SHORT = 256 * 1024;

interface Slot {
  readonly name: string;
  readonly file: OpenFile;
  readonly size: number;
  readonly copy: Copy | null;
}

/** Null only when somebody has a file open and `whenBusy` says to give up. */
export async function openPair(options: PairOptions): Promise<CopyPair | null> {
  const { files, mapId, whenBusy } = options;
  const slots: Slot[] = [];
  // Of the files that somebody else has open: a new copy must be newer than those as well.
  const busyTurns: number[] = [];
  try {
    for (const name of (await files.names()).filter((each) => isCopyOf(each, mapId))) {
      const file = whenBusy === "goOn" ? await openPatiently(files, name) : await files.open(name);
      if (file) slots.push(slotOf(name, file));
      else busyTurns.push(turnOf(decodeCopy((await files.read(name)) ?? new Uint8Array())));
    }
    if (busyTurns.length > 0 && whenBusy === "giveUp") {
      for (const { file } of slots) file.close();
      return null;
    }
    const found = slots.some(isSound) ? "copy" : slots.some(({ size }) => size > 0) ? "damage" : "nothing";
    slots.sort((a, b) => worth(b) - worth(a));
    for (const surplus of slots.splice(2)) {
      surplus.file.close();
      await files.remove(surplus.name);
    }
    // Both from the beginning, so that both are settled in the next session.
    const current = slots[0] ?? (await newSlot(options, 0));
    const other = slots[1] ?? (await newSlot(options, 1));
    const turn = Math.max(...busyTurns, ...[current, other].map(({ copy }) => turnOf(copy)));
    return createPair(options, found, turn, [current, other]);
  } catch (error) {
    for (const { file } of slots) file.close();
    throw error;
  }
}

function isSound({ copy }: Slot): boolean {
  return copy?.document != null;
}

/** The newest sound copy is worth most, and a damaged one less than any. */
function worth(slot: Slot): number {
  return isSound(slot) ? turnOf(slot.copy) : -1;
}

function turnOf(copy: Copy | null): number {
  return copy?.header.turn ?? 0;
}

function slotOf(name: string, file: OpenFile): Slot {
  const bytes = file.read();
  return { name, file, size: bytes.length, copy: decodeCopy(bytes) };
}

async function newSlot({ files, mapId, session }: PairOptions, count: number): Promise<Slot> {
  const taken = new Set(await files.names());
  const madeAt = Date.now();
  let free = count;
  while (taken.has(copyName(mapId, madeAt, session, free))) free += 1;
  const name = copyName(mapId, madeAt, session, free);
  const file = await files.open(name);
  if (!file) throw new Error("A new file is open already");
  return slotOf(name, file);
}

function createPair(
  { files, mapId, session }: PairOptions,
  found: CopyPair["found"],
  lastTurn: number,
  slots: readonly [Slot, Slot],
): CopyPair {
  let [current, other] = slots;
  let turn = lastTurn;
  let end = current.size;
  let firstRev = current.copy?.header.rev ?? 0;
  let documentSize = current.copy?.document?.length ?? 0;

  async function replace({ map, rev, hash, at }: Content): Promise<void> {
    turn += 1;
    const bytes = encodeCopy({ mapId, turn, version: FORMAT_VERSION, rev, hash, at }, map);
    other.file.truncate(0);
    other.file.write(bytes, 0);
    other.file.flush();
    // By another way than it was written, so that it is not our own buffer that is praised.
    const written = await files.read(other.name);
    if (!written || !isSameBytes(written, bytes)) throw new Error("The copy does not read as it was written");
    [current, other] = [other, current];
    end = bytes.length;
    documentSize = bytes.length;
    firstRev = rev;
  }

  return {
    found,
    fits({ rev, hash }) {
      const { copy } = slots[0];
      if (!copy?.isClean || copy.header.version !== FORMAT_VERSION) return null;
      const standing = standingOf(copy);
      return standing.rev === rev && standing.hash === hash ? standing.at : null;
    },
    append(entries) {
      if (entries.some((entry) => startOf(entry) < firstRev)) return false;
      const bytes = encodeEntries(entries);
      // At a place of our own, so that what a failed attempt left behind is written over.
      current.file.write(bytes, end);
      current.file.flush();
      end += bytes.length;
      return true;
    },
    replace,
    isLong: () => end - documentSize > Math.max(SHORT, documentSize),
    isIntact: async () =>
      (await files.sizeOf(current.name)) === end && (await files.sizeOf(other.name)) !== null,
    isSettled: () => isSettled(current.name, session, Date.now()),
    async close() {
      for (const { name, file } of [current, other]) {
        // Chromium hangs when it is to close a file that is gone.
        if ((await files.sizeOf(name)) !== null) file.close();
      }
    },
  };
}
