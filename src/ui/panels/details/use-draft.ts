import { useState } from "react";
import { isSame } from "#model/is-same.ts";

export interface Draft {
  /** What is shown: what was typed as long as it stands for the present value, else that value. */
  readonly text: string;
  readonly type: (text: string) => void;
  readonly leave: () => void;
}

interface Typed<T> {
  readonly text: string;
  readonly value: T;
}

/**
 * Lets somebody type what a value cannot hold (an empty last line, a blank name) without ever showing something
 * older than the document: as soon as the value is another one, by undo for example, what was typed is forgotten.
 * `parse` gives undefined for a text that stands for no value.
 */
export function useDraft<T>(
  value: T,
  format: (value: T) => string,
  parse: (text: string) => T | undefined,
  onChange: (value: T) => void,
): Draft {
  const [typed, setTyped] = useState<Typed<T> | null>(null);
  return {
    text: typed && isSame(typed.value, value) ? typed.text : format(value),
    type: (text) => {
      const parsed = parse(text);
      setTyped({ text, value: parsed === undefined ? value : parsed });
      if (parsed !== undefined && !isSame(parsed, value)) onChange(parsed);
    },
    leave: () => setTyped(null),
  };
}
