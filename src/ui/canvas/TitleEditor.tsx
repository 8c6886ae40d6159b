import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { changeFields } from "#model/commands/nodes.ts";
import type { Id, MapNode } from "#model/journey-map.ts";
import type { Detail } from "#scene/drawing.ts";
import { useEditor, useEditorState } from "../map/open-map.ts";
import { useCanvasKeys } from "./canvas-keys.ts";
import { useCanvasStore } from "./canvas-state.ts";
import classes from "./TitleEditor.module.css";

/**
 * The title of a node, edited in its place. Every keystroke goes into the document at once (as one step), so that
 * no word is lost when the page closes in the middle of it.
 */
export function TitleEditor({ node, detail }: { readonly node: MapNode; readonly detail: Detail }) {
  const editor = useEditor();
  const store = useCanvasStore();
  const keys = useCanvasKeys();
  const { t } = useTranslation();
  const input = useRef<HTMLTextAreaElement>(null);
  const title = useEditorState(({ map }) => map.nodes[node.id]?.title ?? node.title);
  const [start] = useState(() => ({ title: node.title, text: store.getState().editing?.text ?? null }));
  const dispatchTitle = (title: string) => {
    const { map } = editor.store.getState();
    editor.dispatch(changeFields(map, [node.id], { title: title.replace(/[\r\n]+/gu, " ") }, "title"));
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the field appears.
  useEffect(() => {
    const field = input.current;
    if (!field) return;
    editor.endMerge();
    field.focus({ preventScroll: true });
    if (start.text === null) field.select();
    else {
      dispatchTitle(start.text);
      field.setSelectionRange(start.text.length, start.text.length);
    }
    return () => editor.endMerge();
  }, []);

  function close(): void {
    if (store.getState().editing?.nodeId === node.id) store.setState({ editing: null });
  }

  /** A card that was made just now and never got a title goes again; what was selected before it is returned. */
  function takeBack(): Id | null {
    const last = editor.store.getState().past.at(-1);
    const isFresh = start.title === "" && last?.label.key === "add" && !last.before.nodes[node.id];
    if (!isFresh) return null;
    editor.undo();
    return editor.store.getState().selection.nodeIds.at(-1) ?? null;
  }

  function handleKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    // Shortcuts of the page (undo, palette) work here as in any other field.
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      if (editor.store.getState().map.nodes[node.id]?.title !== start.title) editor.undo();
      close();
      keys.focusNode(takeBack() ?? node.id);
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      close();
      keys.focusNode(node.id);
    } else if (event.key === "Tab" && !event.shiftKey) {
      event.preventDefault();
      // A key that is held down must not pave the map with empty cards.
      if (event.repeat) return;
      close();
      keys.capture(event.nativeEvent, node.id);
    }
  }

  return (
    <form onSubmit={(event) => event.preventDefault()} className={classes.form}>
      <textarea
        ref={input}
        className={`${classes.editor} nodrag nopan nowheel`}
        data-kind={node.kind}
        data-detail={detail}
        aria-label={t("canvas.titleOf", { kind: t(`kind.${node.kind}`) })}
        value={title}
        maxLength={500}
        onChange={(event) => dispatchTitle(event.currentTarget.value)}
        onKeyDown={handleKeyDown}
        onBlur={close}
        dir="auto"
      />
    </form>
  );
}
