import { getHotkeyHandler, useHotkeys } from "@mantine/hooks";
import type { Action } from "../action.ts";
import { hasOwnUndo, isInLiveDialog } from "./live-dialog.ts";
import type { Runner } from "./runner.ts";
import { TEXT_FIELDS } from "./text-fields.ts";

/** What every text field does by itself, and nobody may take away from it. */
const textFieldKeys = ["mod+A", "mod+C", "mod+X", "mod+V", "mod+Backspace", "mod+Delete"];

/** Lets the shortcuts of the page's actions work wherever the focus is. */
export function useShortcuts({ actions, run }: Runner): void {
  const hotkeys = actions.flatMap((action) =>
    (action.shortcuts ?? []).map(
      (shortcut): [string, (event: KeyboardEvent) => void, { preventDefault: boolean }] => [
        shortcut,
        (event) => {
          if (event.defaultPrevented || !mayRun(event, shortcut, action)) return;
          event.preventDefault();
          run(action.id);
        },
        { preventDefault: false },
      ],
    ),
  );
  // Which fields are left alone depends on the shortcut: see `mayRun`.
  useHotkeys(hotkeys, [], true);
}

function mayRun(event: KeyboardEvent, shortcut: string, { isHistoryStep = false }: Action): boolean {
  const { target } = event;
  if (!(target instanceof Element)) return true;
  // A dialog lies over the page: the page's actions wait until it is closed.
  const cover = coverOf(target);
  if (cover && !(isHistoryStep && cover.role === "dialog" && isInLiveDialog(cover))) return false;
  if (isHistoryStep && hasOwnUndo(target)) return false;
  const isWriting =
    target.closest(`${TEXT_FIELDS}, select`) !== null || (target as HTMLElement).isContentEditable;
  if (!isWriting) return true;
  // No text field knows what to do with F1 or F8.
  if (/^(?:shift\+)?F\d+$/.test(shortcut)) return true;
  return shortcut.toLowerCase().includes("mod") && !isTextFieldKey(event);
}

/** What lies over the page and has the keyboard for itself; a dialog has it also when the focus got lost. */
function coverOf(target: Element): Element | null {
  const around = target.closest('[role="dialog"], [role="menu"], [role="listbox"]');
  if (around || target !== document.body) return around;
  return [...document.querySelectorAll('[aria-modal="true"]')].at(-1) ?? null;
}

function isTextFieldKey(event: KeyboardEvent): boolean {
  let isOne = false;
  const note = () => {
    isOne = true;
  };
  getHotkeyHandler(textFieldKeys.map((hotkey) => [hotkey, note, { preventDefault: false }]))(event);
  return isOne;
}
