import { useEffect, useRef } from "react";
import styles from "./outline.module.css";

interface RenameInputProps {
  label: string;
  title: string;
  /** What the title is replaced by from the start; null: it stays, selected. */
  text: string | null;
  /** `key`: the key that ended it, or null when the keyboard went elsewhere. */
  onDone(title: string, key: "Enter" | "Tab" | "Escape" | null): void;
}

/** The title of a row while it is being typed. */
export function RenameInput({ label, title, text, onDone }: RenameInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    input.current?.focus();
    if (text === null) input.current?.select();
  }, [text]);
  const finish = (key: "Enter" | "Tab" | "Escape" | null) => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(key === "Escape" ? title : (input.current?.value.trim() ?? title), key);
  };
  return (
    <input
      ref={input}
      className={styles.rename}
      aria-label={label}
      placeholder={label}
      defaultValue={text ?? title}
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
