import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  CircleUser,
  ClipboardPaste,
  Columns3,
  Copy,
  CopyPlus,
  Eye,
  Focus,
  History,
  LayoutGrid,
  Link,
  ListTree,
  type LucideIcon,
  Map as MapIcon,
  Maximize,
  PanelRight,
  Pencil,
  Redo2,
  Route,
  Scissors,
  SkipForward,
  SquareDashedMousePointer,
  Star,
  StickyNote,
  Target,
  Trash2,
  Undo2,
  User,
  UserRoundCog,
  UsersRound,
  ZoomIn,
  ZoomOut,
} from "lucide-react";
import { type Alignment, align, alignments } from "#model/commands/align.ts";
import { assignOwner, changeFields, convertNode, remove } from "#model/commands/nodes.ts";
import { addStage } from "#model/commands/stages.ts";
import { tidyUp } from "#model/commands/tidy.ts";
import { disciplines, type Owner } from "#model/discipline.ts";
import { type NodeKind, nodeKinds } from "#model/fields.ts";
import { newStage } from "#model/new-objects.ts";
import type { Action, ActionContext } from "#ui/action.ts";
import { labelText } from "#ui/command-label.ts";
import { copySelection, cutSelection, duplicateSelection, pasteFromMenu } from "#ui/map/clipboard.ts";
import { nextGap } from "#ui/panels/audit/next-gap.ts";
import { addToMap } from "./add-to-map.ts";

type MapContext = ActionContext & { readonly openMap: NonNullable<ActionContext["openMap"]> };

/** An action of the map page: it is there only while a map is open. */
function mapAction(
  action: Omit<Action, "place" | "perform" | "problem"> & {
    problem?(context: MapContext): string | null;
    perform(context: MapContext): void | Promise<void>;
  },
): Action {
  return {
    ...action,
    place: "map",
    problem: (context) => (context.openMap ? (action.problem?.(context as MapContext) ?? null) : "noMap"),
    perform: (context) => (context.openMap ? action.perform(context as MapContext) : undefined),
  };
}

const stateOf = ({ openMap }: MapContext) => openMap.editor.store.getState();
const selectedNodes = (context: MapContext) => stateOf(context).selection.nodeIds;
const needsNodes = (context: MapContext) => (selectedNodes(context).length > 0 ? null : "nothingSelected");
const needsCanvas = (context: MapContext) => (context.canvas ? null : "onlyOnCanvas");

const editActions: readonly Action[] = [
  mapAction({
    id: "undo",
    group: "edit",
    icon: Undo2,
    shortcuts: ["mod+Z"],
    shownIn: ["toolbar"],
    problem: (context) => (stateOf(context).past.length > 0 ? null : "nothingToUndo"),
    perform({ openMap, announce, t }) {
      const step = openMap.editor.undo();
      if (step) announce(t("mapPage.undone", { label: labelText(t, step.label) }));
    },
  }),
  mapAction({
    id: "redo",
    group: "edit",
    icon: Redo2,
    shortcuts: ["mod+shift+Z", "mod+Y"],
    shownIn: ["toolbar"],
    problem: (context) => (stateOf(context).future.length > 0 ? null : "nothingToRedo"),
    perform({ openMap, announce, t }) {
      const step = openMap.editor.redo();
      if (step) announce(t("mapPage.redone", { label: labelText(t, step.label) }));
    },
  }),
  mapAction({
    id: "history",
    group: "edit",
    icon: History,
    shownIn: ["toolbar"],
    perform: ({ openDialog }) => openDialog("history"),
  }),
  mapAction({
    id: "rename",
    group: "edit",
    icon: Pencil,
    canvasKeys: ["F2"],
    shownIn: ["contextMenu"],
    problem: (context) =>
      needsCanvas(context) ?? (selectedNodes(context).length === 1 ? null : "selectOneNode"),
    perform(context) {
      const [id] = selectedNodes(context);
      if (id !== undefined) context.canvas?.editTitle(id);
    },
  }),
  mapAction({
    id: "cut",
    group: "edit",
    icon: Scissors,
    canvasKeys: ["mod+X"],
    shownIn: ["contextMenu"],
    problem: needsNodes,
    perform: (context) => throughClipboard(context, cutSelection),
  }),
  mapAction({
    id: "copy",
    group: "edit",
    icon: Copy,
    canvasKeys: ["mod+C"],
    shownIn: ["contextMenu"],
    problem: needsNodes,
    perform: (context) => throughClipboard(context, copySelection),
  }),
  mapAction({
    id: "paste",
    group: "edit",
    icon: ClipboardPaste,
    canvasKeys: ["mod+V"],
    shownIn: ["contextMenu"],
    perform: pasteFromMenu,
  }),
  mapAction({
    id: "duplicate",
    group: "edit",
    icon: CopyPlus,
    shortcuts: ["mod+D"],
    shownIn: ["contextMenu"],
    problem: needsNodes,
    perform: duplicateSelection,
  }),
  mapAction({
    id: "remove",
    group: "edit",
    icon: Trash2,
    shortcuts: ["Delete", "Backspace"],
    shownIn: ["contextMenu"],
    problem(context) {
      const { nodeIds, connectionIds } = stateOf(context).selection;
      return nodeIds.length + connectionIds.length > 0 ? null : "nothingSelected";
    },
    perform(context) {
      const { map, selection } = stateOf(context);
      const command = remove(map, selection.nodeIds, selection.connectionIds);
      context.openMap.editor.dispatch(command, []);
      context.announce(labelText(context.t, command.label));
      context.canvas?.focus();
    },
  }),
  mapAction({
    id: "select-all",
    group: "edit",
    icon: SquareDashedMousePointer,
    shortcuts: ["mod+A"],
    shownIn: ["contextMenu"],
    perform(context) {
      const { map } = stateOf(context);
      context.openMap.editor.select({ nodeIds: Object.keys(map.nodes), connectionIds: [] });
    },
  }),
];

/** The browser hands out the clipboard only in the middle of a copy event: have it make one. */
function throughClipboard(
  context: MapContext,
  put: (context: ActionContext, data: DataTransfer | null) => boolean,
): void {
  const handle = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    put(context, event.clipboardData);
  };
  document.addEventListener("copy", handle, { capture: true, once: true });
  const isDone = document.execCommand("copy");
  document.removeEventListener("copy", handle, { capture: true });
  if (!isDone) put(context, null);
}

const kindIcons: Readonly<Record<NodeKind, LucideIcon>> = {
  persona: User,
  journey: Target,
  touchpoint: Route,
  note: StickyNote,
};

const addActions: readonly Action[] = [
  ...nodeKinds.map((kind) =>
    mapAction({
      id: `add-${kind}`,
      group: "add",
      icon: kindIcons[kind],
      shortcuts: [`alt+${nodeKinds.indexOf(kind) + 1}`],
      shownIn: ["toolbar", "contextMenu"],
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
      const { services, openMap, t } = context;
      const { stages } = stateOf(context).map;
      const name = t("canvas.newStage", { number: stages.length + 1 });
      openMap.editor.dispatch(addStage(newStage(services.newId(), name), stages.length));
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
  ...nodeKinds
    .filter((kind) => kind !== "note")
    .map((kind) =>
      mapAction({
        id: `convert-${kind}`,
        group: "add",
        icon: kindIcons[kind],
        shownIn: ["contextMenu"],
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

const alignmentIcons: Readonly<Record<Alignment, LucideIcon>> = {
  left: AlignStartVertical,
  centre: AlignCenterVertical,
  right: AlignEndVertical,
  top: AlignStartHorizontal,
  middle: AlignCenterHorizontal,
  bottom: AlignEndHorizontal,
  distributeAcross: AlignHorizontalDistributeCenter,
  distributeDown: AlignVerticalDistributeCenter,
};

const arrangeActions: readonly Action[] = [
  mapAction({
    id: "tidy-up",
    group: "arrange",
    icon: LayoutGrid,
    shownIn: ["toolbar"],
    perform({ openMap, canvas, announce, t }) {
      const command = tidyUp();
      const isChanged = openMap.editor.dispatch(command);
      announce(isChanged ? labelText(t, command.label) : t("reason.alreadyTidy"));
      if (isChanged) canvas?.fitMap();
    },
  }),
  ...alignments.map((alignment) =>
    mapAction({
      id: `align-${alignment}`,
      group: "arrange",
      icon: alignmentIcons[alignment],
      shownIn: ["contextMenu"],
      problem: (context) => (selectedNodes(context).length > 1 ? null : "selectTwoNodes"),
      perform(context) {
        const { map, selection } = stateOf(context);
        context.openMap.editor.dispatch(align(map, selection.nodeIds, alignment));
      },
    }),
  ),
];

const ownerKeys: Readonly<Record<string, string>> = { marketing: "M", sales: "S", it: "I" };

const assignActions: readonly Action[] = [
  ...[...disciplines, null].map((owner: Owner) =>
    mapAction({
      id: `owner-${owner ?? "nobody"}`,
      group: "assign",
      icon: CircleUser,
      ...(owner === null ? {} : { canvasKeys: [ownerKeys[owner] ?? ""] }),
      shownIn: ["contextMenu"],
      problem: needsNodes,
      perform(context) {
        const { map, selection } = stateOf(context);
        const command = assignOwner(map, selection.nodeIds, owner);
        if (context.openMap.editor.dispatch(command)) context.announce(labelText(context.t, command.label));
      },
    }),
  ),
  mapAction({
    id: "assign-manager",
    group: "assign",
    icon: UserRoundCog,
    canvasKeys: ["@"],
    shownIn: ["contextMenu"],
    problem: needsNodes,
    perform: ({ openDialog }) => openDialog("managers"),
  }),
  mapAction({
    id: "moment-of-truth",
    group: "assign",
    icon: Star,
    shownIn: ["contextMenu"],
    problem: (context) => (selectedTouchpoints(context).length > 0 ? null : "selectTouchpoint"),
    perform(context) {
      const { map } = stateOf(context);
      const touchpoints = selectedTouchpoints(context);
      const momentOfTruth = !touchpoints.every((node) => node.momentOfTruth);
      const ids = touchpoints.map(({ id }) => id);
      context.openMap.editor.dispatch(changeFields(map, ids, { momentOfTruth }));
    },
  }),
  mapAction({
    id: "people",
    group: "assign",
    icon: UsersRound,
    perform: ({ openDialog }) => openDialog("people"),
  }),
  mapAction({
    id: "next-gap",
    group: "assign",
    icon: SkipForward,
    shortcuts: ["F8"],
    perform(context) {
      const finding = nextGap(stateOf(context));
      if (!finding) {
        context.announce(context.t("reason.noGaps"));
        return;
      }
      context.openMap.editor.select({ nodeIds: finding.nodeIds, connectionIds: [] });
      context.canvas?.bringIntoView(finding.nodeIds);
      context.canvas?.focus(finding.nodeIds[0]);
    },
  }),
];

function selectedTouchpoints(context: MapContext) {
  const { map, selection } = stateOf(context);
  return selection.nodeIds.map((id) => map.nodes[id]).filter((node) => node?.kind === "touchpoint");
}

const viewActions: readonly Action[] = [
  mapAction({
    id: "zoom-in",
    group: "view",
    icon: ZoomIn,
    shortcuts: ["[plus]"],
    problem: needsCanvas,
    perform: ({ canvas }) => canvas?.zoomIn(),
  }),
  mapAction({
    id: "zoom-out",
    group: "view",
    icon: ZoomOut,
    shortcuts: ["-"],
    problem: needsCanvas,
    perform: ({ canvas }) => canvas?.zoomOut(),
  }),
  mapAction({
    id: "zoom-100",
    group: "view",
    icon: Eye,
    shortcuts: ["9"],
    problem: needsCanvas,
    perform: ({ canvas }) => canvas?.zoomTo(1),
  }),
  mapAction({
    id: "fit-map",
    group: "view",
    icon: Maximize,
    shortcuts: ["0"],
    problem: needsCanvas,
    perform: ({ canvas }) => canvas?.fitMap(),
  }),
  mapAction({
    id: "zoom-to-selection",
    group: "view",
    icon: Focus,
    shortcuts: ["8"],
    shownIn: ["contextMenu"],
    problem: (context) => needsCanvas(context) ?? needsNodes(context),
    perform: ({ canvas }) => canvas?.zoomToSelection(),
  }),
  mapAction({
    id: "toggle-minimap",
    group: "view",
    icon: MapIcon,
    perform({ services: { settings } }) {
      settings.setState({ isMinimapOpen: !settings.getState().isMinimapOpen });
    },
  }),
  mapAction({
    id: "toggle-audit",
    group: "view",
    icon: PanelRight,
    perform({ services: { settings } }) {
      settings.setState({ isAuditOpen: !settings.getState().isAuditOpen });
    },
  }),
  mapAction({
    id: "toggle-details",
    group: "view",
    icon: PanelRight,
    perform({ services: { settings } }) {
      settings.setState({ areDetailsOpen: !settings.getState().areDetailsOpen });
    },
  }),
  mapAction({
    id: "view-map",
    group: "view",
    icon: MapIcon,
    perform: (context) => context.navigate(`/map/${stateOf(context).map.id}`),
  }),
  mapAction({
    id: "view-outline",
    group: "view",
    icon: ListTree,
    perform: (context) => context.navigate(`/map/${stateOf(context).map.id}/outline`),
  }),
];

/** What can be done while a map is open, in the order of the menus. */
export const mapActions: readonly Action[] = [
  ...editActions,
  ...addActions,
  ...arrangeActions,
  ...assignActions,
  ...viewActions,
];
