import { ArrowLeftRight, Columns3, Link } from "lucide-react";
import { connectionProblem, reverseConnection } from "#model/commands/connections.ts";
import { convertNode } from "#model/commands/nodes.ts";
import { addStage } from "#model/commands/stages.ts";
import { nodeKinds } from "#model/fields.ts";
import { newStage } from "#model/new-objects.ts";
import type { Action } from "#ui/action.ts";
import { kindIcons } from "#ui/kind-icons.ts";
import { addToMap } from "./add-to-map.ts";
import { carryOut, type MapContext, mapAction, selectedNodes, stateOf } from "./map-action.ts";

/** New nodes, stages and connections. */
export const addActions: readonly Action[] = [
  ...nodeKinds.map((kind) =>
    mapAction({
      id: `add-${kind}`,
      group: "add",
      icon: kindIcons[kind],
      shortcuts: [`alt+${nodeKinds.indexOf(kind) + 1}`],
      shownIn: ["toolbar", "contextMenu"],
      fold: "add",
      perform: (context) => addToMap(context, context.openMap.editor, kind),
    }),
  ),
  mapAction({
    id: "add-stage",
    group: "add",
    icon: Columns3,
    shortcuts: ["alt+5"],
    shownIn: ["toolbar"],
    perform(context) {
      const { services, openMap, canvas, t } = context;
      const { stages } = stateOf(context).map;
      const id = services.newId();
      const name = t("canvas.newStage", { number: stages.length + 1 });
      const command = addStage(newStage(id, name), stages.length);
      if (!canvas) carryOut(context, command);
      // Its field says what it is for.
      else if (openMap.editor.dispatch(command)) canvas.editStageName(id);
    },
  }),
  mapAction({
    id: "connect",
    group: "add",
    icon: Link,
    shortcuts: ["mod+shift+L"],
    shownIn: ["contextMenu"],
    problem: (context) => (selectedNodes(context).length === 1 ? null : "selectOneNode"),
    perform: ({ openDialog }) => openDialog("connect"),
  }),
  mapAction({
    id: "reverse-connection",
    group: "edit",
    icon: ArrowLeftRight,
    shownIn: ["contextMenu"],
    problem(context) {
      const connection = onlyConnection(context);
      if (!connection) return "selectOneConnection";
      const { map } = stateOf(context);
      return connectionProblem(map, connection.to, connection.from) ? "connectedBothWays" : null;
    },
    perform(context) {
      const connection = onlyConnection(context);
      if (!connection) return;
      carryOut(context, reverseConnection(connection.id));
    },
  }),
  ...nodeKinds
    .filter((kind) => kind !== "note")
    .map((kind) =>
      mapAction({
        id: `convert-${kind}`,
        group: "add",
        icon: kindIcons[kind],
        shownIn: ["contextMenu"],
        fold: "convert",
        problem(context) {
          const { map, selection } = stateOf(context);
          const nodes = selection.nodeIds.map((id) => map.nodes[id]);
          return nodes.length === 1 && nodes[0]?.kind === "note" ? null : "selectOneNote";
        },
        perform(context) {
          const { map, selection } = stateOf(context);
          const [id] = selection.nodeIds;
          if (id !== undefined) context.openMap.editor.dispatch(convertNode(map, id, kind));
        },
      }),
    ),
];

function onlyConnection(context: MapContext) {
  const { map, selection } = stateOf(context);
  const [id = "", ...others] = selection.connectionIds;
  return others.length + selection.nodeIds.length === 0 ? map.connections[id] : undefined;
}
