import { derived } from "./derive.ts";
import { type Discipline, disciplines } from "./discipline.ts";
import type { Id, JourneyMap, RaciChanges, Touchpoint } from "./journey-map.ts";
import { connectionsOf, isKind } from "./queries.ts";
import { type RaciPart, type RaciRole, raciRoles } from "./raci-parts.ts";

/** The part of each role; null: it has none. */
export type RaciRow = Readonly<Record<RaciRole, RaciPart | null>>;

/** Who has which part in a touchpoint. */
export interface Raci {
  readonly parts: RaciRow;
  /** What would hold if nobody had changed anything. */
  readonly derived: RaciRow;
}

/** Derived from owners, managers and the connections by which the customer changes owners, then changed by hand. */
export const raciOf = derived((map: JourneyMap): ReadonlyMap<Id, Raci> => {
  const result = new Map<Id, Raci>();
  for (const node of Object.values(map.nodes)) {
    if (node.kind !== "touchpoint") continue;
    const row = derivedRow(map, node);
    result.set(node.id, { parts: node.raci ? changedRow(row, node.raci, node) : row, derived: row });
  }
  return result;
});

/**
 * The owner does the work, the manager answers to the customer for it. Whoever hands the customer over to it is asked:
 * they know what came before. Whoever the customer is handed over to is told: they must know what comes.
 */
function derivedRow(map: JourneyMap, touchpoint: Touchpoint): RaciRow {
  const { incoming, outgoing } = connectionsOf(map, touchpoint.id);
  const before = ownersOf(
    map,
    incoming.map(({ from }) => from),
  );
  const after = ownersOf(
    map,
    outgoing.map(({ to }) => to),
  );
  const partOf = (discipline: Discipline): RaciPart | null => {
    if (discipline === touchpoint.owner) return "responsible";
    // Whoever is asked knows of it already.
    if (before.has(discipline)) return "consulted";
    return after.has(discipline) ? "informed" : null;
  };
  return {
    marketing: partOf("marketing"),
    sales: partOf("sales"),
    it: partOf("it"),
    manager: touchpoint.managerId === null ? null : "accountable",
  };
}

function ownersOf(map: JourneyMap, ids: readonly Id[]): ReadonlySet<Discipline> {
  const nodes = ids.map((id) => map.nodes[id]).filter((node) => isKind(node, "touchpoint"));
  return new Set(nodes.flatMap(({ owner }) => owner ?? []));
}

/** One at most answers for a touchpoint: the first discipline that was given that part, otherwise the manager. */
function changedRow(row: RaciRow, changes: RaciChanges, { managerId }: Touchpoint): RaciRow {
  const answering = disciplines.find((discipline) => changes[discipline] === "accountable") ?? "manager";
  const partOf = (role: RaciRole): RaciPart | null => {
    if (role === "manager" && managerId === null) return null;
    const change = changes[role];
    const part = change === undefined ? row[role] : change === "none" ? null : change;
    if (part !== "accountable" || role === answering) return part;
    return row[role] === "accountable" ? null : row[role];
  };
  return {
    marketing: partOf("marketing"),
    sales: partOf("sales"),
    it: partOf("it"),
    manager: partOf("manager"),
  };
}

/** The roles of a part, in the order of the table. */
export function rolesWith({ parts }: Raci, part: RaciPart): readonly RaciRole[] {
  return raciRoles.filter((role) => parts[role] === part);
}

export function isChanged({ parts, derived: row }: Raci, role: RaciRole): boolean {
  return parts[role] !== row[role];
}
