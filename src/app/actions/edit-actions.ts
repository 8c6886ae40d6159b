import {
  ClipboardPaste,
  Copy,
  CopyPlus,
  History,
  Pencil,
  Redo2,
  Scissors,
  SquareDashedMousePointer,
  Trash2,
  Undo2,
} from "lucide-react";
import { remove } from "#model/commands/nodes.ts";
import type { Action, ActionContext } from "#ui/action.ts";
import { labelText } from "#ui/command-label.ts";
import { copySelection, cutSelection, duplicateSelection, pasteFromMenu } from "#ui/map/clipboard.ts";
import {
  carryOut,
  type MapContext,
  mapAction,
  needsCanvas,
  needsNodes,
  selectedNodes,
  stateOf,
} from "./map-action.ts";

/** Undoing, the clipboard, deleting. */
export const editActions: readonly Action[] = [
  mapAction({
    id: "undo",
    group: "edit",
    icon: Undo2,
    shortcuts: ["mod+Z"],
    isHistoryStep: true,
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
    isHistoryStep: true,
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
      if (carryOut(context, command, []) === "done") context.canvas?.focus();
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
