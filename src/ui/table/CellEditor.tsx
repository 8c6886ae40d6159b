import { Combobox, useCombobox } from "@mantine/core";
import {
  type ChangeEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { foldForSearch } from "#model/queries.ts";
import type { CellChoices } from "./cell-kinds.ts";
import classes from "./table.module.css";

/** Where one goes on after a cell. */
export type Onward = "down" | "up" | "right" | "left" | "stay" | "left behind";

interface CellEditorProps {
  readonly label: string;
  /** What stands in the field at first. */
  readonly text: string;
  /** It was typed just now, and not there before. */
  readonly isTyped: boolean;
  readonly choices: CellChoices;
  readonly hasLines: boolean;
  /** So many cells get the text at Ctrl+Enter; `isForAll`: at Enter, too. Where it is more than one, the field says so. */
  readonly count: number;
  readonly isForAll: boolean;
  /** Gets how the field is left by somebody who does not give the keyboard to anything else. */
  readonly leaving: RefObject<(() => void) | null>;
  /** False: it could not be taken over, and the field goes on. */
  onCommit(text: string, isForAll: boolean, onward: Onward): boolean;
  /** `isLeft`: the keyboard is somewhere else already. */
  onCancel(isLeft: boolean): void;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/** The longest list that anybody looks through; more are found by typing. */
const MOST_CHOICES = 100;

/** The field in which a cell is changed, with what can be chosen below it. */
export function CellEditor(props: CellEditorProps) {
  const { label, text: start, isTyped, choices, hasLines, count, isForAll } = props;
  const { leaving, onCommit, onCancel } = props;
  const { t } = useTranslation();
  const [text, setText] = useState(start);
  const [hasTyped, setTyped] = useState(isTyped);
  const [at, setAt] = useState<number | null>(null);
  const hint = count > 1 ? t(isForAll ? "table.editAll" : "table.editAllByKey", { count }) : null;
  const combobox = useCombobox({ opened: choices.texts.length > 0 || hint !== null });
  const field = useRef<Field | null>(null);
  const isDone = useRef(false);

  // What stands in the cell is one of the choices: then all of them are shown.
  const wanted = hasTyped ? foldForSearch(text.trim()) : "";
  const matching = choices.texts.filter((choice) => foldForSearch(choice).includes(wanted));
  const fitting = matching
    .toSorted((a, b) => Number(startsWith(b, wanted)) - Number(startsWith(a, wanted)))
    .slice(0, MOST_CHOICES);
  const isNew =
    hasTyped &&
    choices.isOpen &&
    wanted !== "" &&
    !choices.texts.some((one) => foldForSearch(one) === wanted);
  const options = isNew ? [...fitting, text.trim()] : fitting;
  const hasOptions = choices.texts.length > 0 && options.length > 0;
  const first = hasTyped && wanted !== "" && options.length > 0 ? 0 : null;
  // Where anything may be typed, a choice stands for what was typed only where it begins with it.
  const proposed =
    choices.isOpen && first === 0 && !startsWith(options[0] ?? "", wanted) ? options.length - 1 : first;
  const marked = at ?? (hasTyped ? proposed : null);

  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    // What is there is added to; what is to become of many cells is written anew.
    field.current?.setSelectionRange(isForAll ? 0 : start.length, start.length);
  }, [start.length, isForAll]);

  function commit(
    isAll: boolean,
    onward: Onward,
    chosen = marked === null ? text : (options[marked] ?? text),
  ): void {
    if (isDone.current) return;
    // Before it is told: the field may be left by that.
    isDone.current = true;
    isDone.current = onCommit(chosen, isAll || isForAll, onward);
  }

  /** Many cells are changed by a key or a choice, and not by looking elsewhere; nor is one in which nothing was typed. */
  function leave(): void {
    if (isDone.current) return;
    if (hasTyped && !isForAll) commit(false, "left behind", text);
    else {
      isDone.current = true;
      onCancel(true);
    }
  }

  useLayoutEffect(() => {
    leaving.current = leave;
    return () => {
      leaving.current = null;
    };
  });

  function handleKeyDown(event: KeyboardEvent<Field>): void {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const { key, shiftKey, altKey } = event;
    const isFar = event.ctrlKey || event.metaKey;
    if (key === "Escape") {
      isDone.current = true;
      onCancel(false);
    } else if (key === "Enter" && altKey && hasLines) {
      const { selectionStart, selectionEnd } = event.currentTarget;
      event.currentTarget.setRangeText("\n", selectionStart ?? 0, selectionEnd ?? 0, "end");
      setText(event.currentTarget.value);
      setTyped(true);
    } else if (key === "Enter") commit(isFar, isFar ? "stay" : shiftKey ? "up" : "down");
    else if (key === "Tab") commit(false, shiftKey ? "left" : "right");
    else if (hasOptions && (key === "ArrowDown" || key === "ArrowUp")) {
      const step = key === "ArrowDown" ? 1 : -1;
      const from = marked ?? (step > 0 ? -1 : options.length);
      setAt((from + step + options.length) % options.length);
    } else return;
    event.preventDefault();
  }

  const shared = {
    className: classes.editor,
    "aria-label": hint === null ? label : `${label}, ${hint}`,
    value: text,
    dir: "auto",
    onChange(event: ChangeEvent<Field>) {
      setText(event.currentTarget.value);
      setTyped(true);
      setAt(null);
    },
    onKeyDown: handleKeyDown,
    onBlur: leave,
  };
  return (
    <Combobox
      store={combobox}
      position="bottom-start"
      width="max-content"
      onOptionSubmit={(option) => commit(false, "stay", option)}
    >
      <Combobox.Target withKeyboardNavigation={false} withAriaAttributes={!hasLines}>
        {hasLines ? (
          <textarea
            {...shared}
            ref={(element) => {
              field.current = element;
            }}
            rows={Math.min(8, Math.max(3, text.split("\n").length))}
          />
        ) : (
          <input
            {...shared}
            ref={(element) => {
              field.current = element;
            }}
          />
        )}
      </Combobox.Target>
      {(hasOptions || hint !== null) && (
        <Combobox.Dropdown>
          {hint !== null && (
            // The name of the field has it already.
            <Combobox.Header className={classes.hint ?? ""} aria-hidden>
              {hint}
            </Combobox.Header>
          )}
          {hasOptions && (
            <Combobox.Options mah="16rem" className={classes.choices} aria-label={label}>
              {options.map((option, index) => (
                <Combobox.Option
                  key={option}
                  value={option}
                  active={index === marked}
                  className={index === marked ? (classes.marked ?? "") : ""}
                >
                  {isNew && index === options.length - 1 ? `+ ${option}` : option}
                </Combobox.Option>
              ))}
            </Combobox.Options>
          )}
        </Combobox.Dropdown>
      )}
    </Combobox>
  );
}

function startsWith(choice: string, folded: string): boolean {
  return foldForSearch(choice).startsWith(folded);
}
