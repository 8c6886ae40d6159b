import { getHotkeyHandler, useHotkeys } from "@mantine/hooks";
import type { Runner } from "./runner.ts";

const WRITING = "input:not([type=checkbox], [type=radio], [type=button], [type=range]), textarea, select";
/** What every text field does by itself, and nobody may take away from it. */
const textFieldKeys = ["mod+A", "mod+C", "mod+X", "mod+V", "mod+Backspace", "mod+Delete"];

/** Lets the shortcuts of the page's actions work wherever the focus is. */
export function useShortcuts({ actions, run }: Runner): void {
  const hotkeys = actions.flatMap(({ id, shortcuts = [] }) =>
    shortcuts.map((shortcut): [string, (event: KeyboardEvent) => void, { preventDefault: boolean }] => [
      shortcut,
      (event) => {
        if (event.defaultPrevented || !mayRun(event, shortcut)) return;
        event.preventDefault();
        run(id);
      },
      { preventDefault: false },
    ]),
  );
  // Which fields are left alone depends on the shortcut: see `mayRun`.
  useHotkeys(hotkeys, [], true);
}

function mayRun(event: KeyboardEvent, shortcut: string): boolean {
  const { target } = event;
  if (!(target instanceof Element)) return true;
  // A dialog lies over the page: the page's actions wait until it is closed.
  if (target.closest('[role="dialog"], [role="menu"], [role="listbox"]')) return false;
  const isWriting = target.closest(WRITING) !== null || (target as HTMLElement).isContentEditable;
  if (!isWriting) return true;
  // No text field knows what to do with F1 or F8.
  if (/^F\d+$/.test(shortcut)) return true;
  return shortcut.toLowerCase().includes("mod") && !isTextFieldKey(event);
}

function isTextFieldKey(event: KeyboardEvent): boolean {
  let isOne = false;
  const note = () => {
    isOne = true;
  };
  getHotkeyHandler(textFieldKeys.map((hotkey) => [hotkey, note, { preventDefault: false }]))(event);
  return isOne;
}
