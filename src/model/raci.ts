import { derived } from "./derive.ts";
import { type Discipline, disciplines } from "./discipline.ts";
import type { Id, JourneyMap, Owner, Touchpoint } from "./journey-map.ts";
import { connectionsOf, isKind } from "./queries.ts";

/** Who has which part in a touchpoint. */
export interface Raci {
  /** The owner, who does the work. */
  readonly responsible: Owner;
  /** The manager, who answers to the customer for it. */
  readonly accountable: Id | null;
  /** Whoever hands the customer over to it: they know what came before. */
  readonly consulted: readonly Discipline[];
  /** Whoever the customer is handed over to: they must know what comes. */
  readonly informed: readonly Discipline[];
}

/** Derived from owners, managers and the connections by which the customer changes owners. */
export const raciOf = derived((map: JourneyMap): ReadonlyMap<Id, Raci> => {
  const result = new Map<Id, Raci>();
  for (const node of Object.values(map.nodes)) {
    if (node.kind !== "touchpoint") continue;
    const { incoming, outgoing } = connectionsOf(map, node.id);
    const others = (ids: readonly Id[]) => ownersBeside(map, node, ids);
    const consulted = others(incoming.map(({ from }) => from));
    result.set(node.id, {
      responsible: node.owner,
      accountable: node.managerId,
      consulted,
      // Whoever is asked knows of it already.
      informed: others(outgoing.map(({ to }) => to)).filter((owner) => !consulted.includes(owner)),
    });
  }
  return result;
});

function ownersBeside(map: JourneyMap, { owner }: Touchpoint, ids: readonly Id[]): readonly Discipline[] {
  const found = new Set(
    ids
      .map((id) => map.nodes[id])
      .filter((node) => isKind(node, "touchpoint"))
      .map((node) => node.owner),
  );
  return disciplines.filter((discipline) => discipline !== owner && found.has(discipline));
}
