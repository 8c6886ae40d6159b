import { applyCommand, type Command } from "#model/commands/command.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { type SaveState, type Services, UnreadableMapError } from "../services.ts";

/** What became of a map; what is not "changed" or "same" has a text `portfolio.notChanged.<it>`. */
export type Outcome =
  | "changed"
  /** There was nothing to change. */
  | "same"
  /** Another window edits it. */
  | "otherWindow"
  | "newerProgram"
  | "gone"
  | "newer"
  | "unreadable"
  | "notSaved"
  | "failed";

/**
 * Changes maps that are not open, one after the other, each as if it were opened and edited: with the right to write,
 * as a step that can be undone. Never rejects. `onProgress`: told how many are done.
 */
export async function changeMaps(
  openMap: Services["openMap"],
  mapIds: readonly Id[],
  commandFor: (map: JourneyMap) => Command,
  onProgress: (done: number) => void,
): Promise<ReadonlyMap<Id, Outcome>> {
  const outcomes = new Map<Id, Outcome>();
  for (const mapId of mapIds) {
    outcomes.set(mapId, await changeMap(openMap, mapId, commandFor));
    onProgress(outcomes.size);
  }
  return outcomes;
}

const unsaved: ReadonlySet<SaveState["state"]> = new Set(["saving", "retrying", "notSaved"]);

async function changeMap(
  openMap: Services["openMap"],
  mapId: Id,
  commandFor: (map: JourneyMap) => Command,
): Promise<Outcome> {
  try {
    const open = await openMap(mapId);
    if (!open) return "gone";
    const { editor, saving } = open;
    const stateBefore = saving.getState();
    let isChanged = false;
    try {
      const { map } = editor.store.getState();
      const command = commandFor(map);
      // Where there is nothing to change, it does not matter who edits it.
      if (applyCommand(map, command, map.updatedAt) === map) return "same";
      if (stateBefore.state === "viewOnly") return stateBefore.reason;
      isChanged = editor.dispatch(command);
    } finally {
      await open.close();
    }
    if (!isChanged) return "same";
    // A map that was closed in order has given the right to write back since, and says so.
    return unsaved.has(saving.getState().state) ? "notSaved" : "changed";
  } catch (error) {
    console.warn(`Map ${mapId} could not be changed`, error);
    return error instanceof UnreadableMapError ? error.problem : "failed";
  }
}
