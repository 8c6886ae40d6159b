import { type MouseEvent, useRef } from "react";

type Handler = (event: MouseEvent<HTMLElement>) => void;

/**
 * For the element around what changes by a click. A double click is meant for what it begins on: its second half must do
 * nothing to what is under the pointer meanwhile, the next finding, what opened in this one, or what a dialog lay over, nor
 * give it the keyboard.
 */
export function useDoubleClickGuard(): {
  readonly onMouseDownCapture: Handler;
  readonly onClickCapture: Handler;
} {
  const first = useRef<Element | null>(null);
  const guard: Handler = (event) => {
    const target = event.target as Element;
    const control = target.closest("button, input") ?? target;
    if (event.detail <= 1) first.current = control;
    else if (control !== first.current) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return { onMouseDownCapture: guard, onClickCapture: guard };
}
