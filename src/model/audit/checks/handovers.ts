import { changeConnections } from "../../commands/connections.ts";
import { listsByJourney } from "../../courses.ts";
import { type Ends, type Passage, passageOf } from "../../handovers.ts";
import type { Connection, Id, JourneyMap, Touchpoint } from "../../journey-map.ts";
import { idsInPathOrder, placesInPath, touchpointsInPathOrder } from "../../path-order.ts";
import { compareText, connectionsOf, handoverState, isKind, isWrittenDown } from "../../queries.ts";
import type { Rule, RuleHit } from "../rule.ts";
import { everyItem, everyJourney } from "./items.ts";

/**
 * The connections between each two touchpoints, be it that there are some there and back, in the order of the paths.
 * They stand with the one of both that comes first.
 */
const endsByPair = listsByJourney((map: JourneyMap, journeyId: Id | null): readonly (readonly Ends[])[] => {
  const places = placesInPath(map, journeyId);
  const isFirst = (id: Id, other: Id) => {
    const [own, others] = [places.get(id), places.get(other)];
    return own === undefined || others === undefined ? id < other : own <= others;
  };
  return idsInPathOrder(map, journeyId).flatMap((id) => {
    const { incoming, outgoing } = connectionsOf(map, id);
    const pairs = new Map<Id, Ends[]>();
    const add = (other: Id, ends: Ends) => {
      if (!isKind(map.nodes[other], "touchpoint") || !isFirst(id, other)) return;
      const known = pairs.get(other);
      if (known) known.push(ends);
      else pairs.set(other, [ends]);
    };
    for (const ends of outgoing) add(ends.to, ends);
    for (const ends of incoming) if (ends.from !== id) add(ends.from, ends);
    const isBack = ({ from }: Ends) => (from === id ? 0 : 1);
    return [...pairs.values()].map((pair) =>
      pair.sort((a, b) => isBack(a) - isBack(b) || compareText(a.id, b.id)),
    );
  });
});

/** A rule for passages: one hit for two touchpoints, whichever of the connections between them it finds. */
function everyPassage(isHit: (map: JourneyMap, connection: Connection) => boolean): Rule["check"] {
  return everyItem<readonly Ends[]>({
    listsOf: endsByPair,
    idsOf: (pair) => [
      ...pair.map((ends) => ends.id),
      ...pair.slice(0, 1).flatMap(({ from, to }) => [from, to]),
    ],
    make(map, pair) {
      const found = pair
        .map((ends) => passageOf(map, ends))
        .filter(({ connection }) => isHit(map, connection));
      if (!found[0]) return null;
      const { from, to } = found[0];
      return {
        nodeIds: [from.id, to.id],
        connectionIds: found.map(({ connection }) => connection.id),
        values: ownersOf(from, to),
      };
    },
  });
}

function ownersOf(from: Touchpoint, to: Touchpoint): NonNullable<RuleHit["values"]> {
  return { owners: [from.owner, to.owner].filter((owner) => owner !== null) };
}

export const handoverOpen: Rule = {
  id: "handover-open",
  severity: "warning",
  scope: "handovers",
  reads: { node: ["owner"], connection: ["handover"] },
  check: everyPassage((map, connection) => {
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
  // What is left of an agreement between two touchpoints that have one owner by now hands nobody over.
  check: everyPassage(
    (map, connection) =>
      connection.handover !== null &&
      handoverState(map, connection) !== null &&
      !isWrittenDown(connection.handover),
  ),
};

export const leadUndefined: Rule = {
  id: "lead-undefined",
  severity: "warning",
  scope: "handovers",
  reads: { node: ["owner"], connection: ["handover"] },
  check: everyJourney((map, id) => {
    const first = firstLead(map, id);
    if (!first) return null;
    const { handover } = first.connection;
    if (isWrittenDown(handover) && handover.timeLimit !== null) return null;
    const lacking = [
      ...(isWrittenDown(handover) ? [] : ["information"]),
      ...((handover?.timeLimit ?? null) === null ? ["timeLimit"] : []),
    ];
    const { connection, from, to } = first;
    return { nodeIds: [from.id, to.id], connectionIds: [connection.id], values: { lacking } };
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
