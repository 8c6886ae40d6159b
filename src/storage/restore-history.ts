import type { Step } from "#editor/editor.ts";
import type { Selection } from "#editor/selection.ts";
import type { CommandLabel } from "#model/commands/command.ts";
import { contentHash } from "#model/content-hash.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { applyChange, type MapChange, nodesIn, type RowChange } from "#model/map-change.ts";
import type { JournalEntry } from "./database.ts";
import { withAllFields } from "./read-document.ts";

/** So many steps can be undone after a reload. */
const MOST_STEPS = 200;

export interface RestoredHistory {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

/**
 * The steps that lead to a document, made from the journal before it, the oldest first. Ends where the journal
 * does, at a change that came from elsewhere, and where a check sum does not fit.
 */
export function restoreHistory(map: JourneyMap, entries: readonly JournalEntry[]): RestoredHistory {
  let steps: Step[] = [];
  let done = 0;
  for (const { entry, before, after } of walkedBack(map, entries)) {
    if (typeof entry.move === "number") {
      done += entry.move;
      // It went beyond what the journal still knows.
      if (done >= 0 && done <= steps.length) continue;
      steps = [];
      done = 0;
    } else if (entry.move === "merge") {
      const last = steps[done - 1];
      if (last) steps = [...steps.slice(0, done - 1), { ...last, after }];
    } else {
      steps = [...steps.slice(0, done), stepOf(entry, before, after)];
      done = steps.length;
    }
  }
  return { past: steps.slice(0, done).slice(-MOST_STEPS), future: steps.slice(done) };
}

interface Walked {
  readonly entry: JournalEntry;
  readonly before: JourneyMap;
  readonly after: JourneyMap;
}

/** The documents on both sides of every entry, found by going back from the last one. */
function walkedBack(map: JourneyMap, entries: readonly JournalEntry[]): readonly Walked[] {
  const result: Walked[] = [];
  let after = map;
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    const earlier = entries[index - 1];
    if (!entry || entry.move === "cut" || contentHash(after) !== entry.hash) break;
    const before = undone(after, entry);
    if (before === null) break;
    result.push({ entry, before, after });
    if (earlier && earlier.seq !== entry.seq - entry.span) break;
    after = before;
  }
  return result.reverse();
}

/** Null when the entry is damaged so far that it cannot be undone. */
function undone(after: JourneyMap, { inverse }: JournalEntry): JourneyMap | null {
  try {
    // What an older release removed comes back as it wrote it.
    return withAllFields(applyChange(after, inverse), nodesIn(inverse));
  } catch {
    return null;
  }
}

function stepOf(entry: JournalEntry, before: JourneyMap, after: JourneyMap): Step {
  const { label, mergeKey, change, inverse } = entry;
  return {
    label: label ?? { key: "changeMap" },
    mergeKey,
    before,
    after,
    selectionBefore: meantBy(label, inverse),
    selectionAfter: meantBy(label, change),
  };
}

/**
 * The nodes that a step was about. Others may have been moved along, such as the lanes below one that grew: who gives
 * the selection an owner after undoing must not give it to them.
 */
function meantBy(label: CommandLabel | null, change: MapChange): Selection {
  const touched = nodesIn(change);
  const most = label?.count ?? 1;
  const meant =
    touched.length > most ? touched.filter((id) => !isMovedAlong(change.rows.nodes?.[id])) : touched;
  return { nodeIds: meant.length > most ? [] : meant, connectionIds: [] };
}

/** Of what only makes room, nothing but the place and the height of a lane changes. */
function isMovedAlong(row: RowChange | undefined): boolean {
  if (!row || !("set" in row)) return false;
  return Object.keys(row.set).every((field) => field === "position" || field === "height");
}
