import { useEffect, useRef } from "react";
import type { ActionContext } from "../action.ts";
import { copySelection, cutSelection, pasteData } from "./clipboard.ts";

/**
 * Copy, cut and paste by the browser's own events, which need no permission. Text fields keep theirs. `isOn`: whether
 * the map is there to be edited.
 */
export function useClipboard(context: ActionContext, isOn: boolean): void {
  const latest = useRef(context);
  latest.current = context;
  useEffect(() => {
    if (!isOn) return;
    const handle = (event: ClipboardEvent) => {
      if (event.defaultPrevented || !event.clipboardData || !isForTheMap(event)) return;
      const isDone = act(latest.current, event.type, event.clipboardData);
      if (isDone) event.preventDefault();
    };
    const types = ["copy", "cut", "paste"] as const;
    for (const type of types) document.addEventListener(type, handle);
    return () => {
      for (const type of types) document.removeEventListener(type, handle);
    };
  }, [isOn]);
}

function act(context: ActionContext, type: string, data: DataTransfer): boolean {
  if (type === "copy") return copySelection(context, data);
  if (type === "cut") return cutSelection(context, data);
  return pasteData(context, data);
}

function isForTheMap(event: ClipboardEvent): boolean {
  const { target } = event;
  if (
    target instanceof Element &&
    target.closest("input, textarea, select, [contenteditable], [role=dialog]")
  ) {
    return false;
  }
  // Words that were marked in a panel are what the user wants to copy.
  return event.type === "paste" || window.getSelection()?.isCollapsed !== false;
}
