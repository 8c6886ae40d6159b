import { notifications } from "@mantine/notifications";
import type { Editor } from "#editor/editor.ts";
import { UndoNotice } from "../../library/UndoNotice.tsx";

const NOTICE = "settled";

/** Long enough to be read and reached by keyboard, milliseconds. */
const NOTICE_TIME = 12_000;

interface SettledNotice {
  readonly editor: Editor;
  /** What was done. */
  readonly title: string;
  /** With what. */
  readonly text: string;
  /** What came by it, if anything did. */
  readonly news: string | undefined;
  readonly undo: string;
  onUndo(): void;
}

/**
 * Shows what the last step settled, with the way back: it goes when another step is done or this one is undone, because
 * it would take back another one then. The live region of the list speaks, so the notice is silent.
 */
export function showSettled({ editor, title, text, news, undo, onUndo }: SettledNotice): void {
  hideSettled();
  const step = editor.store.getState().past.at(-1);
  // The second half of a double click is not for the step before.
  const undoStep = () => {
    if (editor.store.getState().past.at(-1) === step) onUndo();
  };
  const unfollow = editor.store.subscribe(({ past }) => {
    if (past.at(-1) !== step) hideSettled();
  });
  notifications.show({
    id: NOTICE,
    role: "log",
    "aria-live": "off",
    autoClose: NOTICE_TIME,
    title,
    message: <UndoNotice text={text} more={news} label={undo} onUndo={undoStep} />,
    onClose: unfollow,
  });
}

/** To be called when its list goes away: what stands for the way back then is the history. */
export function hideSettled(): void {
  notifications.hide(NOTICE);
}
