import { useText } from "#i18n/i18n.ts";
import { clipOf, pasteClip } from "#model/clip.ts";
import { applyCommand, type Command } from "#model/commands/command.ts";
import { assignOwner, changeFields, remove } from "#model/commands/nodes.ts";
import { addStage, removeStage, renameStage } from "#model/commands/stages.ts";
import { GRID } from "#model/geometry.ts";
import type { Id, Owner } from "#model/journey-map.ts";
import { newStage } from "#model/new-objects.ts";
import {
  type Capture,
  type CaptureOptions,
  captureKey,
  captureTexts,
  LONGEST_PASTE,
  linesToTouchpoints,
} from "../capture.ts";
import { addToStage } from "../capture-additions.ts";
import { labelText } from "../command-label.ts";
import { useEditor } from "../map/open-map.ts";
import { useServices } from "../services.ts";
import { useToday } from "../today.ts";
import { addToGroup } from "./add-to-group.ts";
import { type Direction, type MoveProblem, moveRow, moveToStage } from "./outline-moves.ts";
import { nodeKey, type OutlineRow } from "./outline-rows.ts";
import type { Renamed } from "./RenameInput.tsx";
import { nodeWords } from "./row-words.ts";
import type { OutlineRows } from "./use-outline-rows.ts";

const TAB = { key: "Tab", shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

/** All that can be done with a row; each says what it did. */
export function useOutlineEdits(
  outline: OutlineRows,
  announce: (text: string) => void,
  pickManager: () => void,
) {
  const t = useText();
  const today = useToday();
  const editor = useEditor();
  const { newId, now } = useServices();
  const present = () => editor.store.getState().map;

  const dispatch = (command: Command, select?: readonly Id[]) => {
    if (editor.dispatch(command, select)) announce(t("outline.done", { what: labelText(t, command.label) }));
  };

  /** The nodes that a row's change is for: all selected ones when the row is among them. */
  const targets = (row: OutlineRow): readonly Id[] => {
    if (row.content.type !== "node") return [];
    const { nodeIds } = editor.store.getState().selection;
    const { id } = row.content.node;
    return nodeIds.includes(id) ? nodeIds : [id];
  };

  const captureOptions = (row: OutlineRow): CaptureOptions => ({
    newId,
    ...captureTexts(t),
    nodeIds: targets(row),
  });

  const startRenaming = (key: string, text: string | null) => {
    editor.endMerge();
    outline.setRenaming({ key, text });
  };

  /** Carries out what a key means; a new node is unfolded, selected and named at once. */
  const perform = ({ command, selectId, next, text }: Capture) => {
    const isNew = present().nodes[selectId] === undefined;
    if (command) dispatch(command, isNew ? [selectId] : undefined);
    // The new node was refused: there is nothing to go to.
    if (!present().nodes[selectId]) return;
    if (command && !isNew) sayNode(selectId);
    if (isNew) outline.unfoldTo(present(), selectId);
    if (isNew) outline.focusRow(nodeKey(selectId));
    if (next === "rename") startRenaming(nodeKey(selectId), isNew ? "" : text);
    if (next === "pickManager") pickManager();
  };

  const sayNode = (id: Id) => {
    const node = present().nodes[id];
    if (node) announce(nodeWords(t, present(), node, today));
  };

  /** Enter on a row that gathers others: one more in it. */
  const addInto = ({ content }: OutlineRow) => {
    const id = newId();
    if (content.type === "group") {
      perform({
        command: addToGroup(present(), content.group, id),
        selectId: id,
        next: "rename",
        text: null,
      });
    } else if (content.type === "stage") {
      const options = { newId, ...captureTexts(t) };
      const capture = addToStage(present(), content.journeyId, content.stage?.id ?? null, options);
      if (capture) perform(capture);
    }
  };

  const addStageAfter = ({ content }: OutlineRow) => {
    const journeyId =
      content.type === "stage" ? content.journeyId : content.type === "node" ? content.node.id : "";
    const stage = newStage(newId(), "");
    const at =
      content.type === "stage" ? present().stages.findIndex(({ id }) => id === content.stage?.id) : -1;
    dispatch(addStage(stage, at < 0 ? present().stages.length : at + 1));
    const key = `stage:${journeyId}:${stage.id}`;
    outline.setIsFolded(nodeKey(journeyId), false);
    outline.focusRow(key);
    startRenaming(key, "");
  };

  const renaming = ({ content }: OutlineRow, title: string): Command | null => {
    if (content.type === "node") return changeFields(present(), [content.node.id], { title }, "title");
    return content.type === "stage" && content.stage ? renameStage(content.stage.id, title) : null;
  };

  /** One more letter of a title: all of them are one step. */
  const typeTitle = (row: OutlineRow, title: string) => {
    const command = renaming(row, title);
    if (command) editor.dispatch(command);
  };

  /** Tab goes on to the next touchpoint, so that a whole path can be typed without a stop. */
  const rename = (row: OutlineRow, { from, to, key: endKey }: Renamed) => {
    const { content } = row;
    outline.setRenaming(null);
    if (endKey !== null) outline.focusRow(row.key, true);
    const command = renaming(row, to);
    // Escape takes back the step, rather than add one that does.
    if (endKey === "Escape" && command && applyCommand(present(), command, now()) !== present())
      editor.undo();
    else if (command) editor.dispatch(command);
    editor.endMerge();
    const isThere = command !== null && applyCommand(present(), command, now()) === present();
    if (isThere && from !== to) announce(t("outline.done", { what: labelText(t, command.label) }));
    if (endKey !== "Tab" || content.type !== "node") return;
    const capture = captureKey(TAB, present(), content.node.id, { newId, ...captureTexts(t) });
    if (capture) perform(capture);
  };

  const removeRow = (row: OutlineRow) => {
    const { content } = row;
    if (content.type === "group" || (content.type === "stage" && !content.stage)) return;
    const gone = new Set(targets(row).map(nodeKey).concat(row.key));
    const index = outline.rows.indexOf(row);
    const stays = ({ key, parentKey }: OutlineRow) => !gone.has(key) && !(parentKey && gone.has(parentKey));
    const next = outline.rows.slice(index).find(stays) ?? outline.rows.slice(0, index).findLast(stays);
    if (content.type === "node") dispatch(remove(present(), targets(row)));
    else if (content.stage) dispatch(removeStage(content.stage.id, content.stage.name));
    if (next) outline.focusRow(next.key);
  };

  const duplicate = (row: OutlineRow) => {
    const ids = targets(row);
    if (ids.length === 0) return;
    const offset = { x: 2 * GRID, y: 2 * GRID };
    const clip = clipOf(present(), ids);
    const { command, nodeIds } = pasteClip(present(), clip, {
      newId: () => newId(),
      offset,
      label: "duplicate",
    });
    dispatch(command, nodeIds);
    const [first] = nodeIds;
    if (first === undefined || !present().nodes[first]) return;
    outline.unfoldTo(present(), first);
    outline.focusRow(nodeKey(first), true);
  };

  const carryOut = (move: Command | { readonly problem: MoveProblem }, row: OutlineRow) => {
    if ("problem" in move) return announce(t(`outline.${move.problem}`));
    dispatch(move);
    if (row.content.type === "node") outline.unfoldTo(present(), row.content.node.id);
    outline.focusRow(row.key, true);
  };

  const paste = (row: OutlineRow | undefined, text: string) => {
    if (text.length > LONGEST_PASTE) return announce(t("canvas.pasteTooLong", { most: LONGEST_PASTE }));
    const anchor =
      row?.content.type === "node"
        ? row.content.node.id
        : row?.content.type === "stage"
          ? row.content.journeyId
          : null;
    const pasted = linesToTouchpoints(present(), text, anchor, { newId, ...captureTexts(t) });
    if (!pasted || !editor.dispatch(pasted.command, pasted.ids)) return;
    const left = pasted.left > 0 ? ` ${t("outline.pastedNot", { count: pasted.left })}` : "";
    announce(t("outline.pasted", { count: pasted.ids.length }) + left);
    const last = pasted.ids.at(-1);
    if (last === undefined) return;
    outline.unfoldTo(present(), last);
    outline.focusRow(nodeKey(last), true);
  };

  return {
    captureOptions,
    targets,
    perform,
    addInto,
    addStageAfter,
    typeTitle,
    rename,
    startRenaming,
    remove: removeRow,
    duplicate,
    paste,
    dispatch,
    sayNode,
    move: (row: OutlineRow, direction: Direction) => carryOut(moveRow(present(), row, direction), row),
    toStage: (row: OutlineRow, direction: Direction) => {
      if (row.content.type === "node") carryOut(moveToStage(present(), row.content.node, direction), row);
    },
    setOwner: (row: OutlineRow, owner: Owner) => {
      dispatch(assignOwner(present(), targets(row), owner));
      if (row.content.type === "node") sayNode(row.content.node.id);
    },
    rate: (row: OutlineRow, customerRating: number | null) => {
      dispatch(changeFields(present(), targets(row), { customerRating }));
      if (row.content.type === "node") sayNode(row.content.node.id);
    },
  };
}

export type OutlineEdits = ReturnType<typeof useOutlineEdits>;
