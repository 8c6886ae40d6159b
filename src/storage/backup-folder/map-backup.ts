import type { JourneyMap } from "#model/journey-map.ts";
import { type BackupDirectory, openIfThere } from "./backup-directory.ts";
import { type Stamp, whoseFile } from "./own-file.ts";

/** What a map becomes in a folder. */
export interface FileShape {
  /** The name of a map's file without extension; letters that no file system takes are gone. */
  stem(title: string): string;
  text(map: JourneyMap): string;
}

/**
 * The two files of a map in a folder. They are written in turn, the one that is behind first, so that at any moment
 * one of them is whole, whatever happens to the other.
 */
export interface MapBackup {
  /** Writes the file that is behind, if one is. */
  write(map: JourneyMap): Promise<BackupResult>;
}

export interface BackupResult {
  /** The file that holds the map; of two the one with the plain name. */
  readonly name: string;
  /** When it was written, ISO 8601, UTC. */
  readonly at: string;
  /** Whether both files hold the map now. */
  readonly isComplete: boolean;
}

/** Extensions of the two files. */
const EXTENSIONS = [".dreiklang.json", ".backup.dreiklang.json"] as const;

/** Names that are tried before giving up: "Map", "Map (2)", "Map (3)" … */
const MOST_NAMES = 100;

interface Slot {
  readonly name: string;
  /** What it holds; empty when there is no file yet. */
  text: string;
  /** When the map in it was changed: the lower one is behind. Empty when there is no file yet. */
  updatedAt: string;
  stamp: Stamp | null;
}

export function createMapBackup(folder: BackupDirectory, shape: FileShape): MapBackup {
  let slots: readonly Slot[] | null = null;
  let title = "";

  async function write(map: JourneyMap): Promise<BackupResult> {
    const text = shape.text(map);
    let before: readonly Slot[] = [];
    if (!slots || title !== map.title || !(await areUntouched(folder, slots))) {
      before = slots ?? [];
      slots = await findSlots(folder, shape.stem(map.title), map);
      title = map.title;
    }
    const slot = await writeBehind(slots, map, text);
    if (before.length > 0 && !sameNames(before, slots)) {
      // Both files under the new name first, then those under the old one go.
      await writeBehind(slots, map, text);
      await removeOld(before);
    }
    const at = new Date(slot.stamp?.lastModified ?? 0).toISOString();
    const isComplete = slots.every((each) => each.text === text);
    return { name: (isComplete ? slots[0]?.name : null) ?? slot.name, at, isComplete };
  }

  async function removeOld(before: readonly Slot[]): Promise<void> {
    for (const slot of before) {
      if (slot.stamp && (await isUntouched(folder, slot))) await folder.removeEntry(slot.name);
    }
  }

  /** The file that was written, or one that holds the map already. */
  async function writeBehind(both: readonly Slot[], map: JourneyMap, text: string): Promise<Slot> {
    const behind = both.filter((slot) => slot.text !== text);
    const [first, ...others] = behind.length > 0 ? behind : both;
    if (!first) throw new Error("A map has two files");
    const slot = others.reduce(older, first);
    if (behind.length > 0) await writeFile(folder, slot, text);
    slot.updatedAt = map.updatedAt;
    return slot;
  }

  return { write };
}

function older(a: Slot, b: Slot): Slot {
  return a.updatedAt <= b.updatedAt ? a : b;
}

/** Files under the first name of which nobody else has one. */
async function findSlots(folder: BackupDirectory, stem: string, map: JourneyMap): Promise<readonly Slot[]> {
  for (let count = 1; count <= MOST_NAMES; count += 1) {
    const numbered = count === 1 ? stem : `${stem} (${count})`;
    const slots: Slot[] = [];
    for (const extension of EXTENSIONS) {
      const name = numbered + extension;
      const found = await whoseFile(folder, name, map);
      if (found.whose === "nobody") slots.push({ name, text: "", updatedAt: "", stamp: null });
      if (found.whose === "ours") slots.push({ name, ...found });
    }
    if (slots.length === EXTENSIONS.length) return slots;
  }
  throw new Error(`All names like "${stem}" are taken`);
}

/** Writes and reads back: a full disk or a lost connection does not always say so. */
async function writeFile(folder: BackupDirectory, slot: Slot, text: string): Promise<void> {
  const handle = await folder.getFileHandle(slot.name, { create: true });
  const stream = await handle.createWritable();
  try {
    await stream.write(text);
    await stream.close();
  } catch (error) {
    await stream.abort().catch(() => {});
    throw error;
  }
  const written = await handle.getFile();
  slot.stamp = { size: written.size, lastModified: written.lastModified };
  slot.text = "";
  if ((await written.text()) !== text) throw new Error(`${slot.name} does not read as it was written`);
  slot.text = text;
}

async function areUntouched(folder: BackupDirectory, slots: readonly Slot[]): Promise<boolean> {
  for (const slot of slots) if (!(await isUntouched(folder, slot))) return false;
  return true;
}

/** Whether a file is still as it was when we last saw it. */
async function isUntouched(folder: BackupDirectory, { name, stamp }: Slot): Promise<boolean> {
  const file = await openIfThere(folder, name);
  if (!file || !stamp) return !file === !stamp;
  return file.size === stamp.size && file.lastModified === stamp.lastModified;
}

/** Some file systems do not tell capital letters from small ones. */
function sameNames(a: readonly Slot[], b: readonly Slot[]): boolean {
  return a.every(({ name }, index) => folded(name) === folded(b[index]?.name ?? ""));
}

function folded(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
