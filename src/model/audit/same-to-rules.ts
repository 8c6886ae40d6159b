import { changedParts } from "../changed-parts.ts";
import { type FieldControl, fieldsOf, type NodeKind, nodeKinds } from "../fields.ts";
import type { JourneyMap, MapNode } from "../journey-map.ts";

/** Words that people write: no rule reads them, and most keys that are pressed change nothing else. */
const words: readonly FieldControl[] = ["text", "multiline"];

const wordFields = Object.fromEntries(
  nodeKinds.map((kind) => [
    kind,
    new Set(
      Object.entries(fieldsOf(kind))
        .filter(([, { control }]) => words.includes(control))
        .map(([name]) => name),
    ),
  ]),
) as unknown as Record<NodeKind, ReadonlySet<string>>;

/** Whether two states of a map differ at most in words of their nodes and of the map: then their audits are the same. */
export function isSameToRules(before: JourneyMap, after: JourneyMap): boolean {
  const isSameAround =
    before.id === after.id &&
    before.stages === after.stages &&
    before.people === after.people &&
    before.connections === after.connections &&
    before.contents === after.contents &&
    before.measures === after.measures &&
    before.dismissals === after.dismissals &&
    before.audit === after.audit &&
    before.maintainerId === after.maintainerId &&
    before.reviewOn === after.reviewOn;
  if (!isSameAround) return false;
  const changes = changedParts(before.nodes, after.nodes);
  return changes?.every(([old, now]) => old !== null && now !== null && differInWords(old, now)) ?? false;
}

function differInWords(before: MapNode, after: MapNode): boolean {
  const [old, now] = [before, after] as unknown as Readonly<Record<string, unknown>>[];
  const unread = wordFields[after.kind];
  return Object.keys({ ...old, ...now }).every((name) => unread.has(name) || old?.[name] === now?.[name]);
}
