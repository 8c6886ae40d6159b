import { isSame } from "../is-same.ts";
import type { Id, JourneyMap, Person } from "../journey-map.ts";
import { type Command, thingOf } from "./command.ts";
import { changeField, setValues } from "./nodes.ts";
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
  const [first] = changes;
  const isOne = changes.every(({ field, value }) => field === first?.field && isSame(value, first.value));
  if (first && isOne && people.length === 0)
    return changeField(
      map,
      changes.map(({ nodeId }) => nodeId),
      first.field,
      first.value,
    );
  const ids = new Set(changes.map(({ nodeId }) => nodeId));
  const nodes = [...ids].map((id) => map.nodes[id]).filter((node) => node !== undefined);
  const fields = new Set(changes.map(({ field }) => field));
  const [field = ""] = fields;
  const [node] = nodes;
  return {
    label: {
      key: fields.size === 1 ? "changeField" : "changeCells",
      ...(fields.size === 1 ? { field } : {}),
      thing: thingOf(nodes),
      count: nodes.length,
      ...(nodes.length === 1 && node ? { name: node.title } : {}),
    },
    apply(draft) {
      for (const person of people) addPerson(person).apply(draft);
      setValues(
        draft,
        changes.map((change) => ({ nodeId: change.nodeId, values: { [change.field]: change.value } })),
      );
    },
  };
}
