import { useLayoutEffect } from "react";
import { TEXT_FIELDS } from "./text-fields.ts";

/** Milliseconds, on a slow computer with a large map. */
const LONGEST_OPENING = 3000;

/**
 * People type on while a dialog opens. Until its field has the focus, what they type is kept (and kept from the
 * map, where letters are commands), and then written into the field.
 */
export function useTypeAhead(isOpening: boolean): void {
  useLayoutEffect(() => (isOpening ? catchTyping() : undefined), [isOpening]);
}

/** The same from this very moment on, for what takes its time to open. Returns how to end it before its time. */
export function catchTyping(): () => void {
  let kept = "";
  let isConfirmed = false;
  const listeners = new AbortController();
  const end = () => listeners.abort();

  function handleKey(event: KeyboardEvent): void {
    if (isField(document.activeElement)) {
      end();
      return;
    }
    const isEnter = event.key === "Enter" && kept !== "";
    if (!isEnter && !isCharacter(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (isEnter) isConfirmed = true;
    else if (!isConfirmed) kept += event.key;
  }

  function handleFocus({ target }: FocusEvent): void {
    if (!isField(target)) return;
    end();
    if (kept === "") return;
    // After the field's own handlers of the focus, which may select what is in it.
    queueMicrotask(() => {
      // Deprecated, but the one way that a field takes for typing: it keeps the field's undo and tells React.
      document.execCommand("insertText", false, kept);
      if (isConfirmed) setTimeout(() => confirm(target));
    });
  }

  // What did not open in so long will not open: the keys belong to the page again.
  setTimeout(end, LONGEST_OPENING);
  const options = { capture: true, signal: listeners.signal };
  window.addEventListener("keydown", handleKey, options);
  window.addEventListener("focusin", handleFocus, options);
  window.addEventListener("pointerdown", end, options);
  return end;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

function isField(target: EventTarget | null): target is Field {
  return target instanceof Element && target.matches(TEXT_FIELDS);
}

/** A form does not hear keys that a program presses. */
function confirm(field: Field): void {
  if (field.form) field.form.requestSubmit();
  else field.dispatchEvent(enter());
}

/** On German keyboards "@" comes with AltGr, which reads as Control and Alt. */
function isCharacter(event: KeyboardEvent): boolean {
  if (event.key.length !== 1 || event.isComposing) return false;
  return event.getModifierState("AltGraph") || !(event.ctrlKey || event.metaKey || event.altKey);
}

function enter(): KeyboardEvent {
  return new KeyboardEvent("keydown", { key: "Enter", code: "Enter", bubbles: true, cancelable: true });
}
