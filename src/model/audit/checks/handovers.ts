import { changeConnections } from "../../commands/connections.ts";
import { journeysInOrder } from "../../geometry.ts";
import { type Passage, passagesOf } from "../../handovers.ts";
import type { Connection, Id, JourneyMap, Owner, Touchpoint } from "../../journey-map.ts";
import { derivedOfPaths } from "../../path-shape.ts";
import {
  connectionsOf,
  handoverState,
  isKind,
  isWrittenDown,
  touchpointsInPathOrder,
} from "../../queries.ts";
import type { Rule, RuleHit } from "../rule.ts";

type PassageHit = RuleHit & { readonly connectionIds: readonly Id[] };

/** The connections that lead back where another one, which comes before in the order of the paths, leads there. */
const waysBack = derivedOfPaths("ways back", (map: JourneyMap): ReadonlyMap<Id, Id> => {
  const there = new Map<string, Id>();
  const back = new Map<Id, Id>();
  for (const { connection } of passagesOf(map)) {
    const { id, from, to } = connection;
    const first = there.get(`${to} ${from}`);
    if (first !== undefined) back.set(id, first);
    there.set(`${from} ${to}`, id);
  }
  return back;
});

/** A rule for passages: one hit for two touchpoints, be it that there are connections there and back. */
function everyPassage(isHit: (map: JourneyMap, passage: Passage) => boolean): Rule["check"] {
  const known = new WeakMap<Connection, { readonly owners: readonly Owner[]; readonly hit: PassageHit }>();
  const hitOf = ({ connection, from, to }: Passage): PassageHit => {
    const before = known.get(connection);
    if (before?.owners[0] === from.owner && before.owners[1] === to.owner) return before.hit;
    const hit = { nodeIds: [from.id, to.id], connectionIds: [connection.id], values: ownersOf(from, to) };
    known.set(connection, { owners: [from.owner, to.owner], hit });
    return hit;
  };
  return (map) => {
    const back = waysBack(map);
    const hits = new Map<Id, PassageHit>();
    for (const passage of passagesOf(map)) {
      if (!isHit(map, passage)) continue;
      const { id } = passage.connection;
      const other = hits.get(back.get(id) ?? "");
      if (other)
        hits.set(other.connectionIds[0] ?? "", { ...other, connectionIds: [...other.connectionIds, id] });
      else hits.set(id, hitOf(passage));
    }
    return [...hits.values()];
  };
}

function ownersOf(from: Touchpoint, to: Touchpoint): NonNullable<RuleHit["values"]> {
  return { owners: [from.owner, to.owner].filter((owner) => owner !== null) };
}

export const handoverOpen: Rule = {
  id: "handover-open",
  severity: "warning",
  scope: "handovers",
  reads: { node: ["owner"], connection: ["handover"] },
  check: everyPassage((map, { connection }) => {
    const state = handoverState(map, connection);
    return state === "open" || state === "agreed";
  }),
  /** Only what is written down can be confirmed. */
  fix(map, { connectionIds = [] }) {
    const open = connectionIds.flatMap((id) => {
      const connection = map.connections[id];
      return connection && handoverState(map, connection) !== "confirmed" ? [connection] : [];
    });
    if (open.length === 0 || !open.every(({ handover }) => isWrittenDown(handover))) return null;
    return changeConnections(
      open.map(({ id, handover }) => ({
        id,
        values: { handover: handover && { ...handover, confirmed: true } },
      })),
    );
  },
};

export const handoverEmpty: Rule = {
  id: "handover-empty",
  severity: "warning",
  scope: "handovers",
  reads: { node: ["owner"], connection: ["handover"] },
  check: everyPassage((_map, { connection: { handover } }) => handover !== null && !isWrittenDown(handover)),
};

export const leadUndefined: Rule = {
  id: "lead-undefined",
  severity: "warning",
  scope: "handovers",
  reads: { node: ["owner"], connection: ["handover"] },
  check: (map) =>
    journeysInOrder(map).flatMap(({ id }) => {
      const first = firstLead(map, id);
      if (!first) return [];
      const { handover } = first.connection;
      if (isWrittenDown(handover) && handover.timeLimit !== null) return [];
      const lacking = [
        ...(isWrittenDown(handover) ? [] : ["information"]),
        ...((handover?.timeLimit ?? null) === null ? ["timeLimit"] : []),
      ];
      const { connection, from, to } = first;
      return [{ nodeIds: [from.id, to.id], connectionIds: [connection.id], values: { lacking } }];
    }),
};

/** The first connection along a journey by which Marketing hands the customer to Sales. */
function firstLead(map: JourneyMap, journeyId: Id): Passage | null {
  for (const from of touchpointsInPathOrder(map, journeyId)) {
    if (from.owner !== "marketing") continue;
    const ways = connectionsOf(map, from.id).outgoing.flatMap((connection) => {
      const to = map.nodes[connection.to];
      return isKind(to, "touchpoint") && to.owner === "sales" ? [{ connection, from, to }] : [];
    });
    const [first] = ways.sort((a, b) => (a.connection.id < b.connection.id ? -1 : 1));
    if (first) return first;
  }
  return null;
}
