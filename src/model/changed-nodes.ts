import { derived } from "./derive.ts";
import type { JourneyMap, MapNode } from "./journey-map.ts";

type Nodes = JourneyMap["nodes"];

/** A node as it was and as it is. */
export type ChangedNode = readonly [before: MapNode, after: MapNode];

const valuesOf = derived((nodes: Nodes): readonly MapNode[] => Object.values(nodes));

let newest: {
  readonly before: Nodes;
  readonly after: Nodes;
  readonly changes: readonly ChangedNode[] | null;
} | null = null;

/** What became of the nodes from one state of a map to another; null where nodes came or went. */
export function changedNodes(before: Nodes, after: Nodes): readonly ChangedNode[] | null {
  if (newest?.before !== before || newest.after !== after)
    newest = { before, after, changes: compare(before, after) };
  return newest.changes;
}

/** By place: to look up thousands of nodes by their ids takes longer than all that follows from the few that changed. */
function compare(before: Nodes, after: Nodes): readonly ChangedNode[] | null {
  if (before === after) return [];
  const [old, now] = [valuesOf(before), valuesOf(after)];
  if (old.length !== now.length) return null;
  const changes: ChangedNode[] = [];
  for (const [place, node] of now.entries()) {
    const there = old[place];
    if (there === node) continue;
    const known = there?.id === node.id ? there : before[node.id];
    if (!known) return null;
    if (known !== node) changes.push([known, node]);
  }
  return changes;
}
