import { type KeyboardEvent, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TextOf } from "#i18n/i18n.ts";
import { moveNodes } from "#model/commands/moves.ts";
import type { Id } from "#model/journey-map.ts";
import type { CanvasHandle } from "../action.ts";
import { type CaptureKeyEvent, captureKey, captureTexts } from "../capture.ts";
import { labelText } from "../command-label.ts";
import { useEditor } from "../map/open-map.ts";
import { useServices } from "../services.ts";
import type { CanvasKeys } from "./canvas-keys.ts";
import { useCanvasStore } from "./canvas-state.ts";
import { type Direction, neighbourOf } from "./neighbour.ts";
import { stepsInDirection } from "./nudge.ts";

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

function isTyping(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}

function nodeIdOf(target: EventTarget): Id | null {
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>(".react-flow__node")?.dataset.id ?? null;
}

function connectionIdOf(target: EventTarget): Id | null {
  if (!(target instanceof Element)) return null;
  return target.closest<SVGElement>("[data-connection]")?.dataset.connection ?? null;
}

export interface CanvasKeyboard extends CanvasKeys {
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
  /** A key that was pressed while nothing on the page had the focus. */
  onLostKey(event: globalThis.KeyboardEvent): void;
}

/** Working on the canvas without the mouse: capture, moving the selection, moving what is selected. */
export function useCanvasKeyboard(
  handle: CanvasHandle,
  onPickManager: () => void,
  say: (text: string) => void,
): CanvasKeyboard {
  const editor = useEditor();
  const canvas = useCanvasStore();
  const { newId } = useServices();
  const { t } = useTranslation();
  return useMemo(() => {
    const state = () => editor.store.getState();

    function capture(event: CaptureKeyEvent, nodeId: Id | null): boolean {
      const { map, selection } = state();
      const nodeIds = selection.nodeIds.length > 0 ? selection.nodeIds : nodeId === null ? [] : [nodeId];
      const options = { newId, ...captureTexts(t as (key: string) => string), nodeIds };
      const result = captureKey(event, map, nodeId, options);
      if (!result) return false;
      // Owner and rating go to all that is selected: then the selection stays what it is.
      const keeps = selection.nodeIds.includes(result.selectId) && result.next !== "rename";
      const select = keeps ? selection.nodeIds : [result.selectId];
      if (result.command) {
        const isChanged = editor.dispatch(result.command, select);
        // Whoever cannot see the card hears what the key has done; a new card is heard when its title is typed.
        if (isChanged && result.next === null) say(labelText(t as TextOf, result.command.label));
      } else editor.select({ nodeIds: select, connectionIds: [] });
      // The new card was refused: there is nothing to go to.
      if (!state().map.nodes[result.selectId]) return true;
      if (!keeps) handle.bringIntoView([result.selectId]);
      if (result.next === "rename")
        canvas.setState({ editing: { nodeId: result.selectId, text: result.text } });
      if (result.next === "pickManager") onPickManager();
      return true;
    }

    function moveSelection(direction: Direction, from: Id | null, extend: boolean): boolean {
      const { map, selection } = state();
      const next = neighbourOf(map, from, direction);
      if (next === null) return from !== null;
      const others = extend ? selection.nodeIds.filter((id) => id !== next) : [];
      editor.select({ nodeIds: [...others, next], connectionIds: [] });
      handle.bringIntoView([next]);
      handle.focus(next);
      return true;
    }

    function moveNodesBy(direction: Direction): boolean {
      const { map, selection } = state();
      if (selection.nodeIds.length === 0) return false;
      editor.dispatch(moveNodes(map, stepsInDirection(map, selection.nodeIds, direction)));
      // Many at once are moved by somebody who looks at the whole.
      if (selection.nodeIds.length === 1) handle.bringIntoView(selection.nodeIds);
      return true;
    }

    function leave(): boolean {
      const { selection } = state();
      if (selection.nodeIds.length + selection.connectionIds.length === 0) return false;
      editor.select({ nodeIds: [], connectionIds: [] });
      return true;
    }

    function handleKey(event: globalThis.KeyboardEvent): boolean {
      // While the mouse holds a card, keys would change what is not where it seems to be.
      if (canvas.getState().dragged.size > 0) return true;
      // A key that is held down must not pave the map with empty cards.
      if (event.repeat && (event.key === "Tab" || event.key === "Enter")) return true;
      const target = event.target ?? document.body;
      const focused = nodeIdOf(target);
      const { selection } = state();
      const isSelected = focused !== null && selection.nodeIds.includes(focused);
      const anchor = isSelected ? focused : (selection.nodeIds.at(-1) ?? null);
      const direction = directions[event.key];
      if (event.key === "Escape") return leave();
      if (direction && !event.ctrlKey && !event.metaKey) {
        if (event.altKey) return moveNodesBy(direction);
        return moveSelection(direction, anchor ?? focused, event.shiftKey);
      }
      const isStep = event.key === "Enter" || event.key === " ";
      const connection = connectionIdOf(target);
      if (isStep && connection !== null) {
        editor.select({ nodeIds: [], connectionIds: [connection] });
        return true;
      }
      if (isStep && focused !== null && !isSelected) {
        editor.select({ nodeIds: [focused], connectionIds: [] });
        return true;
      }
      // A focused connection or unselected node must not swallow Tab: it is a stop on the way through the page.
      if (connection !== null || (focused !== null && !isSelected)) return false;
      return capture(event, anchor);
    }

    return {
      capture,
      focusNode: (nodeId: Id) => handle.focus(nodeId),
      onKeyDown(event) {
        const isElement = nodeIdOf(event.target) !== null || connectionIdOf(event.target) !== null;
        const isCanvas = event.target === event.currentTarget || isElement;
        if (!isCanvas || isTyping(event.target) || event.nativeEvent.isComposing) return;
        if (!handleKey(event.nativeEvent)) return;
        event.preventDefault();
        event.stopPropagation();
      },
      onLostKey(event) {
        // Tab looks for the next stop from where the focus was.
        if (event.key === "Tab" || event.isComposing || !handleKey(event)) return;
        event.preventDefault();
        const { nodeIds } = state().selection;
        if (canvas.getState().editing === null) handle.focus(nodeIds.at(-1));
      },
    };
  }, [editor, canvas, newId, t, handle, onPickManager, say]);
}
