import { changeConnections } from "../../commands/connections.ts";
import { journeysInOrder } from "../../geometry.ts";
import { type Passage, passagesOf } from "../../handovers.ts";
import type { Handover, Id, JourneyMap, Touchpoint } from "../../journey-map.ts";
import { connectionsOf, handoverState, isKind, touchpointsInPathOrder } from "../../queries.ts";
import type { Rule, RuleHit } from "../rule.ts";

/** One hit for two touchpoints, however many connections there are between them. */
function hitsOf(found: readonly Passage[]): readonly RuleHit[] {
  const hits = new Map<string, RuleHit & { readonly connectionIds: readonly Id[] }>();
  for (const { connection, from, to } of found) {
    const nodeIds = [from.id, to.id];
    const pair = [...nodeIds].sort().join();
    const known = hits.get(pair);
    hits.set(
      pair,
      known
        ? { ...known, connectionIds: [...known.connectionIds, connection.id] }
        : { nodeIds, connectionIds: [connection.id], values: ownersOf(from, to) },
    );
  }
  return [...hits.values()];
}

function ownersOf(from: Touchpoint, to: Touchpoint): NonNullable<RuleHit["values"]> {
  return { owners: [from.owner, to.owner].filter((owner) => owner !== null) };
}

const agreed = (handover: Handover | null): handover is Handover =>
  handover !== null && handover.information.trim() !== "";

export const handoverOpen: Rule = {
  id: "handover-open",
  severity: "warning",
  scope: "handovers",
  reads: { node: ["owner"], connection: ["handover"] },
  check: (map) =>
    hitsOf(
      passagesOf(map).filter(({ connection }) => {
        const state = handoverState(map, connection);
        return state === "open" || state === "agreed";
      }),
    ),
  /** Only what is written down can be confirmed. */
  fix(map, { connectionIds = [] }) {
    const open = connectionIds.flatMap((id) => {
      const connection = map.connections[id];
      return connection && handoverState(map, connection) !== "confirmed" ? [connection] : [];
    });
    if (open.length === 0 || !open.every(({ handover }) => agreed(handover))) return null;
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
  check: (map) =>
    hitsOf(passagesOf(map).filter(({ connection: { handover } }) => handover !== null && !agreed(handover))),
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
      if (agreed(handover) && handover.timeLimit !== null) return [];
      const lacking = [
        ...(agreed(handover) ? [] : ["information"]),
        ...((handover?.timeLimit ?? null) === null ? ["timeLimit"] : []),
      ];
      return hitsOf([first]).map((hit) => ({ ...hit, values: { lacking } }));
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
