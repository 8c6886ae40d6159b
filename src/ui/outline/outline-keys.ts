import type { KeyboardEvent } from "react";
import type { JourneyMap } from "#model/journey-map.ts";
import { captureKey } from "../capture.ts";
import type { OutlineRow } from "./outline-rows.ts";
import type { OutlineEdits } from "./use-outline-edits.ts";
import type { OutlineRows } from "./use-outline-rows.ts";

/** So many rows Page Up and Page Down jump over. */
const PAGE = 10;

interface KeyContext {
  readonly map: JourneyMap;
  readonly row: OutlineRow;
  readonly outline: OutlineRows;
  readonly edits: OutlineEdits;
  /** Steps onto a row and takes the rows on the way into the selection. */
  extendTo(row: OutlineRow): void;
}

/** Does what a key means on a row; false: it means nothing and is the browser's. */
export function handleRowKey(event: KeyboardEvent, context: KeyContext): boolean {
  return navigate(event, context) || arrange(event, context) || write(event, context);
}

function navigate(event: KeyboardEvent, { row, outline, extendTo }: KeyContext): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey) return false;
  const { rows } = outline;
  const index = rows.indexOf(row);
  const go = (target: OutlineRow | undefined) => {
    if (target) outline.focusRow(target.key);
    return true;
  };
  switch (event.key) {
    case "ArrowDown":
    case "ArrowUp": {
      const target = rows[index + (event.key === "ArrowDown" ? 1 : -1)];
      if (event.shiftKey && target) extendTo(target);
      else go(target);
      return true;
    }
    case "ArrowRight":
      if (row.children === 0) return true;
      if (row.isFolded) outline.setIsFolded(row.key, false);
      else go(rows[index + 1]);
      return true;
    case "ArrowLeft":
      if (row.children > 0 && !row.isFolded) outline.setIsFolded(row.key, true);
      else go(rows.find(({ key }) => key === row.parentKey));
      return true;
    case "Home":
      return go(rows[0]);
    case "End":
      return go(rows.at(-1));
    case "PageDown":
      return go(rows[Math.min(index + PAGE, rows.length - 1)]);
    case "PageUp":
      return go(rows[Math.max(index - PAGE, 0)]);
    default:
      return false;
  }
}

function arrange(event: KeyboardEvent, { row, edits }: KeyContext): boolean {
  const hasCommandKey = event.ctrlKey || event.metaKey;
  if (event.key === "Delete" || event.key === "Backspace") edits.remove(row);
  else if (event.key.toLowerCase() === "d" && hasCommandKey && !event.shiftKey && !event.altKey)
    edits.duplicate(row);
  else if (event.altKey && event.key === "ArrowUp") edits.move(row, -1);
  else if (event.altKey && event.key === "ArrowDown") edits.move(row, 1);
  else if (event.altKey && event.key === "ArrowLeft") edits.toStage(row, -1);
  else if (event.altKey && event.key === "ArrowRight") edits.toStage(row, 1);
  else return false;
  return true;
}

function write(event: KeyboardEvent, { map, row, edits }: KeyContext): boolean {
  const { content, key } = row;
  if (content.type === "node") {
    const capture = captureKey(event, map, content.node.id, edits.captureOptions(row));
    if (capture) edits.perform(capture);
    return capture !== null;
  }
  if (event.altKey || event.ctrlKey || event.metaKey) return false;
  const adds = event.key === "Enter" || (event.key === "Tab" && !event.shiftKey && content.type === "stage");
  if (adds) edits.addInto(row);
  else if (content.type === "stage" && content.stage && event.key === "F2") edits.startRenaming(key, null);
  else if (content.type === "stage" && content.stage && /^\p{L}$/u.test(event.key))
    edits.startRenaming(key, event.key);
  else return false;
  return true;
}
