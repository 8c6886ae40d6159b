import { useEffect, useRef, useState } from "react";
import styles from "./outline.module.css";

/** What was typed into the title of a row. */
export interface Renamed {
  from: string;
  to: string;
  /** That ended it; null when the keyboard went elsewhere. */
  key: "Enter" | "Tab" | "Escape" | null;
}

interface RenameInputProps {
  label: string;
  title: string;
  /** What the title is replaced by from the start; null: it stays, selected. */
  text: string | null;
  /** With every letter: it goes into the document at once, so that no word is lost when the page closes within it. */
  onType(title: string): void;
  onDone(renamed: Renamed): void;
}

/** The title of a row while it is being typed. */
export function RenameInput({ label, title, text, onType, onDone }: RenameInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  const [from] = useState(title);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the field appears.
  useEffect(() => {
    input.current?.focus();
    if (text === null) input.current?.select();
    else onType(text);
  }, []);
  const finish = (key: Renamed["key"]) => {
    if (isDone.current) return;
    isDone.current = true;
    onDone({ from, to: key === "Escape" ? from : (input.current?.value.trim() ?? from), key });
  };
  return (
    <input
      ref={input}
      className={styles.rename}
      aria-label={label}
      placeholder={label}
      defaultValue={text ?? title}
      onChange={(event) => onType(event.currentTarget.value)}
      onBlur={() => finish(null)}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        const { key, shiftKey } = event;
        if (key !== "Enter" && key !== "Escape" && !(key === "Tab" && !shiftKey)) return;
        event.preventDefault();
        finish(key);
      }}
    />
  );
}
