import type { EditorState } from "#editor/editor.ts";
import { auditOf, type Finding } from "#model/audit/audit.ts";
import { nodesInReadingOrder } from "#model/queries.ts";

/**
 * The gravest finding of the next node that has one, in reading order from the selected node on; after the last
 * one it begins again. Null: there is none.
 */
export function nextGap({ map, selection }: Pick<EditorState, "map" | "selection">): Finding | null {
  const { findingsByNode } = auditOf(map);
  const nodes = nodesInReadingOrder(map);
  const here = nodes.findIndex(({ id }) => id === selection.nodeIds.at(-1));
  for (const { id } of [...nodes.slice(here + 1), ...nodes.slice(0, here + 1)]) {
    const finding = findingsByNode.get(id)?.[0];
    if (finding) return finding;
  }
  return null;
}

/**
 * Which finding the keyboard goes on to after some were settled: the same one when it is still open, else the
 * next open one below it, else the last one.
 */
export function findingAfter(
  before: readonly Finding[],
  settledId: string,
  after: readonly Finding[],
): Finding | null {
  const open = new Map(after.map((finding) => [finding.id, finding]));
  const index = before.findIndex(({ id }) => id === settledId);
  const below = before.slice(Math.max(index, 0)).find(({ id }) => open.has(id));
  return (below && open.get(below.id)) ?? after.at(-1) ?? null;
}
