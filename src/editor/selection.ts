import type { Id, JourneyMap } from "#model/journey-map.ts";

/** What is selected; the last id is the one that the keyboard acts from. */
export interface Selection {
  readonly nodeIds: readonly Id[];
  readonly connectionIds: readonly Id[];
}

export const emptySelection: Selection = { nodeIds: [], connectionIds: [] };

/** The selection without what the map does not hold; the very same object when all of it is there. */
export function selectionWithin(map: JourneyMap, selection: Selection): Selection {
  const nodeIds = selection.nodeIds.filter((id) => map.nodes[id]);
  const connectionIds = selection.connectionIds.filter((id) => map.connections[id]);
  const isWhole =
    nodeIds.length === selection.nodeIds.length && connectionIds.length === selection.connectionIds.length;
  return isWhole ? selection : { nodeIds, connectionIds };
}
