import type { EditorState } from "#editor/editor.ts";
import { auditOf, type Finding } from "#model/audit/audit.ts";
import { nodesInReadingOrder } from "#model/reading-order.ts";

/**
 * The gravest gap in the responsibility for the next node that has one, in reading order from the selected node on; after the last
 * one it begins again. Null: there is none. `today`: ISO date.
 */
export function nextGap(
  { map, selection }: Pick<EditorState, "map" | "selection">,
  today: string,
): Finding | null {
  const { findingsByNode } = auditOf(map, today);
  const nodes = nodesInReadingOrder(map);
  const here = nodes.findIndex(({ id }) => id === selection.nodeIds.at(-1));
  for (const { id } of [...nodes.slice(here + 1), ...nodes.slice(0, here + 1)]) {
    const finding = findingsByNode.get(id)?.find(isGap);
    if (finding) return finding;
  }
  return null;
}

/** Whether nobody is responsible: other findings are about how, and not about who. */
export function isGap({ missing = [] }: Finding): boolean {
  return missing.length > 0;
}

/**
 * Which finding of a list the keyboard goes on to after one was settled: the same one when it is still in the list, else
 * the next one below it that is, else the last one above. `after`: what may be in the list now. Null: nothing of it is.
 */
export function findingAfter(
  before: readonly Finding[],
  settledId: string,
  after: readonly Finding[],
): Finding | null {
  const left = new Map(after.map((finding) => [finding.id, finding]));
  const index = before.findIndex(({ id }) => id === settledId);
  const isLeft = ({ id }: Finding) => left.has(id);
  const next = before.slice(Math.max(index, 0)).find(isLeft) ?? before.findLast(isLeft);
  return (next && left.get(next.id)) ?? null;
}
