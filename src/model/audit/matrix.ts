import { derived } from "../derive.ts";
import { disciplines } from "../discipline.ts";
import type { Id, JourneyMap, Owner } from "../journey-map.ts";
import { nodesInReadingOrder } from "../reading-order.ts";

/** Who owns the touchpoints of each stage. */
export interface OwnershipMatrix {
  /** The disciplines, then nobody. */
  readonly owners: readonly Owner[];
  /** The stages in order; null, the touchpoints without a stage, only where there are any. */
  readonly stageIds: readonly (Id | null)[];
  /** The touchpoints of a cell in reading order; `stageId` undefined: of all stages. */
  cell(owner: Owner, stageId?: Id | null): readonly Id[];
}

export const ownershipMatrix = derived((map: JourneyMap): OwnershipMatrix => {
  const cells = new Map<string, Id[]>();
  const put = (key: string, id: Id) => {
    const known = cells.get(key);
    if (known) known.push(id);
    else cells.set(key, [id]);
  };
  let hasHomeless = false;
  for (const node of nodesInReadingOrder(map)) {
    if (node.kind !== "touchpoint") continue;
    hasHomeless ||= node.stageId === null;
    put(keyOf(node.owner, node.stageId), node.id);
    put(keyOf(node.owner, undefined), node.id);
  }
  const stageIds: (Id | null)[] = map.stages.map(({ id }) => id);
  if (hasHomeless) stageIds.push(null);
  return {
    owners: [...disciplines, null],
    stageIds,
    cell: (owner, stageId) => cells.get(keyOf(owner, stageId)) ?? [],
  };
});

function keyOf(owner: Owner, stageId: Id | null | undefined): string {
  return JSON.stringify([owner, stageId === undefined ? "all" : [stageId]]);
}
