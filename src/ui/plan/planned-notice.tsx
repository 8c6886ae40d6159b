import { notifications } from "@mantine/notifications";
import { UndoNotice } from "../library/UndoNotice.tsx";

const NOTICE = "planned";

/** Long enough to be read and reached by keyboard, milliseconds. */
const NOTICE_TIME = 12_000;

interface PlannedNotice {
  readonly title: string;
  /** For what it was planned. */
  readonly text: string;
  /** Where one can go from here. */
  readonly way: string;
  onGo(): void;
}

/** To be called when the page goes away on which the way was of use. */
export function hidePlanned(): void {
  notifications.hide(NOTICE);
}

/** Says that a measure was planned, with the way to it or back from it. */
export function showPlanned({ title, text, way, onGo }: PlannedNotice): void {
  hidePlanned();
  const go = () => {
    hidePlanned();
    onGo();
  };
  notifications.show({
    id: NOTICE,
    autoClose: NOTICE_TIME,
    title,
    message: <UndoNotice text={text} label={way} onUndo={go} />,
  });
}
