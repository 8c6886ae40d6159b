import { isSame } from "../is-same.ts";
import type { Connection, Id, JourneyMap } from "../journey-map.ts";
import { connectionsOf } from "../queries.ts";
import type { Command } from "./command.ts";

/** Why two nodes cannot be connected, or null when they can; each reason has a text `reason.<it>`. */
export function connectionProblem(
  map: JourneyMap,
  from: Id,
  to: Id,
): "sameNode" | "missingNode" | "alreadyConnected" | null {
  if (from === to) return "sameNode";
  if (!map.nodes[from] || !map.nodes[to]) return "missingNode";
  return connectionsOf(map, from).outgoing.some((connection) => connection.to === to)
    ? "alreadyConnected"
    : null;
}

/** Does nothing where `connectionProblem` finds a reason not to. */
export function connect(connection: Connection): Command {
  return {
    label: { key: "connect" },
    apply(draft) {
      const { from, to, id } = connection;
      const doubled = Object.values(draft.connections).some(
        (other) => other.from === from && other.to === to,
      );
      if (from === to || doubled || !draft.nodes[from] || !draft.nodes[to]) return;
      if (draft.connections[id]) return;
      draft.connections[id] = structuredClone(connection);
    },
  };
}

export function changeConnection(
  ids: readonly Id[],
  values: Partial<Omit<Connection, "id" | "from" | "to">>,
  mergeKey?: string,
): Command {
  return {
    label: { key: "changeConnection", thing: "connection", count: ids.length },
    ...(mergeKey === undefined ? {} : { mergeKey: `${mergeKey}:${ids.join()}` }),
    apply(draft) {
      for (const id of ids) {
        const connection = draft.connections[id];
        if (connection && !isSame({ ...connection }, { ...connection, ...values }))
          Object.assign(connection, values);
      }
    },
  };
}

/** Changes several connections, each in its own way, as one step. */
export function changeConnections(
  changes: readonly { readonly id: Id; readonly values: Partial<Omit<Connection, "id" | "from" | "to">> }[],
): Command {
  return {
    label: { key: "changeConnection", thing: "connection", count: changes.length },
    apply(draft) {
      for (const { id, values } of changes) changeConnection([id], values).apply(draft);
    },
  };
}

/** Draws a connection the other way round, with all that is agreed on it, unless there is such a one already. */
export function reverseConnection(id: Id): Command {
  return {
    label: { key: "reverse", thing: "connection", count: 1 },
    apply(draft) {
      const connection = draft.connections[id];
      if (!connection) return;
      const { from, to } = connection;
      if (Object.values(draft.connections).some((other) => other.from === to && other.to === from)) return;
      connection.from = to;
      connection.to = from;
    },
  };
}

/** Hangs one end of a connection on another node; does nothing where that cannot be. */
export function reconnect(id: Id, from: Id, to: Id): Command {
  return {
    label: { key: "changeConnection", thing: "connection", count: 1 },
    apply(draft) {
      const connection = draft.connections[id];
      const doubled = Object.values(draft.connections).some(
        (other) => other.id !== id && other.from === from && other.to === to,
      );
      if (!connection || doubled || from === to || !draft.nodes[from] || !draft.nodes[to]) return;
      connection.from = from;
      connection.to = to;
    },
  };
}
