import { type MouseEvent, useRef } from "react";

type Handler = (event: MouseEvent<HTMLElement>) => void;

/**
 * For the element around findings. A double click is meant for the finding on which it begins: its second half must not
 * settle the next one, which has moved under the pointer meanwhile, nor give it the keyboard.
 */
export function useDoubleClickGuard(): {
  readonly onMouseDownCapture: Handler;
  readonly onClickCapture: Handler;
} {
  const first = useRef<string | undefined>(undefined);
  const guard: Handler = (event) => {
    const { detail, target } = event;
    const id = (target as Element).closest<HTMLElement>("[data-finding]")?.dataset.finding;
    if (detail <= 1) first.current = id;
    else if (id !== first.current) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return { onMouseDownCapture: guard, onClickCapture: guard };
}
