import { type Draft, enablePatches, produceWithPatches } from "immer";
import type { NodeKind } from "../fields.ts";
import type { JourneyMap } from "../journey-map.ts";

enablePatches();

/** What a command is called in the history; each has a text `command.<key>`. */
export type CommandKey =
  | "add"
  | "addContent"
  | "addMeasure"
  | "addStage"
  | "addPerson"
  | "align"
  | "assignManager"
  | "assignOwner"
  | "changeAudit"
  | "changeCells"
  | "changeConnection"
  | "changeContent"
  | "changeField"
  | "changeMap"
  | "changeMeasure"
  | "changePerson"
  | "changeRaci"
  | "changeStage"
  | "connect"
  | "convert"
  | "cut"
  | "dismiss"
  | "duplicate"
  | "mergePeople"
  | "move"
  | "moveStage"
  | "paste"
  | "remove"
  | "removeContent"
  | "removeMeasure"
  | "removePerson"
  | "removeStage"
  | "renameStage"
  | "reopen"
  | "reverse"
  | "renameNode"
  | "restore"
  | "tidyUp";

/** The things a label counts, each with a plural text `things.<thing>`. */
export type Thing = NodeKind | "node" | "connection" | "measure" | "content" | "finding";

/** A label without a language: the interface makes a sentence of it. */
export interface CommandLabel {
  readonly key: CommandKey;
  readonly thing?: Thing;
  readonly count?: number;
  /** A title or a name, shown as it is. */
  readonly name?: string;
  /** The field that was changed; its text is `field.<field>`. */
  readonly field?: string;
}

/**
 * A change of the document. Ids and the time are arguments of whoever makes the command, so that applying it
 * twice to the same document gives the same result.
 */
export interface Command {
  readonly label: CommandLabel;
  /** Commands with the same key that follow each other at once become one step (typing into one field). */
  readonly mergeKey?: string;
  apply(draft: Draft<JourneyMap>): void;
}

/**
 * The document after the command, or the very same object when the command changed nothing.
 * `at`: ISO 8601, UTC, becomes `updatedAt`.
 */
export function applyCommand(map: JourneyMap, command: Command, at: string): JourneyMap {
  if (!withFrozenParts.has(map)) freezeAllParts(map);
  const [changed, patches] = produceWithPatches(map, (draft) => {
    command.apply(draft);
  });
  // A value that was changed and set back makes a new object, but no patch.
  if (patches.length === 0) return map;
  const after = Object.freeze({ ...changed, updatedAt: at });
  for (const { path } of patches) freezeParts(after, path);
  withFrozenParts.add(after);
  return after;
}

/**
 * Maps all of whose nodes, connections and so on are frozen. Commands ask for a look at the draft as it stands, for which
 * Immer copies whatever is not frozen: thousands of nodes for one that was added.
 */
const withFrozenParts = new WeakSet<JourneyMap>();

function freezeAllParts(map: JourneyMap): void {
  for (const collection of Object.keys(map)) freezeParts(map, [collection]);
  withFrozenParts.add(map);
}

/** What a path leads to: one part of a collection, or all of them. */
function freezeParts(map: JourneyMap, [collection, id]: readonly (string | number)[]): void {
  const parts = (map as unknown as Readonly<Record<string, unknown>>)[String(collection)];
  if (typeof parts !== "object" || parts === null) return;
  const all = id === undefined ? Object.values(parts) : [(parts as Readonly<Record<string, unknown>>)[id]];
  for (const part of all) if (typeof part === "object" && part !== null) Object.freeze(part);
}

/** The thing that a set of nodes is called: their common kind, or "node" when they differ. */
export function thingOf(nodes: readonly { readonly kind: NodeKind }[]): NodeKind | "node" {
  const kinds = new Set(nodes.map(({ kind }) => kind));
  const [kind] = kinds;
  return kinds.size === 1 && kind !== undefined ? kind : "node";
}

/** Several commands as one step. */
export function combine(label: CommandLabel, commands: readonly Command[]): Command {
  return {
    label,
    apply(draft) {
      for (const command of commands) command.apply(draft);
    },
  };
}
