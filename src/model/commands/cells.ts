import type { Id, JourneyMap, Person } from "../journey-map.ts";
import { type Command, combine, thingOf } from "./command.ts";
import { changeField } from "./nodes.ts";
import { addPerson } from "./people.ts";

/** A field of a node and what it becomes. */
export interface CellChange {
  readonly nodeId: Id;
  readonly field: string;
  readonly value: unknown;
}

/** Any fields of any nodes as one step. `people`: those who come into the map with it, as managers that it names. */
export function changeCells(
  map: JourneyMap,
  changes: readonly CellChange[],
  people: readonly Person[] = [],
): Command {
  // Cells that become the same go together: cards that change their place find their new ones all at once.
  const groups = new Map<string, CellChange[]>();
  for (const change of changes) {
    const key = `${change.field}\n${JSON.stringify(change.value)}`;
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  const commands = [...groups.values()].flatMap((group) => {
    const [first] = group;
    const ids = group.map(({ nodeId }) => nodeId);
    return first ? [changeField(map, ids, first.field, first.value)] : [];
  });
  const [only, ...others] = commands;
  if (only && others.length === 0 && people.length === 0) return only;
  const ids = new Set(changes.map(({ nodeId }) => nodeId));
  const nodes = [...ids].map((id) => map.nodes[id]).filter((node) => node !== undefined);
  const fields = new Set(changes.map(({ field }) => field));
  const [field = ""] = fields;
  const [node] = nodes;
  return combine(
    {
      key: fields.size === 1 ? "changeField" : "changeCells",
      ...(fields.size === 1 ? { field } : {}),
      thing: thingOf(nodes),
      count: nodes.length,
      ...(nodes.length === 1 && node ? { name: node.title } : {}),
    },
    [...people.map(addPerson), ...commands],
  );
}
