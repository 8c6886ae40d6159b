import { Alert, Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { HardDriveDownload } from "lucide-react";
import { type FocusEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { type StoreNotice, useServices } from "../services.ts";
import classes from "./StoreNotices.module.css";
import { useRoomAbove } from "./use-room-above.ts";

/** What has to be known of the store, above every page until it is put away. */
export function StoreNotices() {
  const { t } = useTranslation();
  const { notices } = useServices();
  const list = useStore(notices, (state) => state.list);
  const textOf = useNoticeText();
  const wayOf = useNoticeWay();
  const section = useRoomAbove(list.length > 0);
  /** What had the keyboard before it came here. */
  const before = useRef<HTMLElement | null>(null);
  if (list.length === 0) return null;
  const remember = ({ relatedTarget, currentTarget }: FocusEvent) => {
    if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget))
      before.current = relatedTarget;
  };
  const putAway = (notice: StoreNotice) => {
    const { current } = before;
    const isThere = current?.isConnected === true;
    (isThere ? current : document.querySelector<HTMLElement>("main :is(a[href], button)"))?.focus();
    notices.setState((state) => ({ list: state.list.filter((one) => one !== notice) }));
  };
  return (
    <section ref={section} aria-label={t("storeNotice.heading")} className={classes.stack} onFocus={remember}>
      {list.map((notice) => (
        <Alert
          key={JSON.stringify(notice)}
          className={classes.notice ?? ""}
          color="yellow"
          withCloseButton
          closeButtonLabel={t("storeNotice.putAway")}
          onClose={() => putAway(notice)}
        >
          <div className={classes.content}>
            <span className={classes.text}>{textOf(notice)}</span>
            <WayButton way={wayOf(notice)} onDone={() => putAway(notice)} />
          </div>
        </Alert>
      ))}
    </section>
  );
}

/** What a notice asks for. */
interface NoticeWay {
  readonly name: string;
  /** Resolves with why it could not be done, or null. */
  run(): Promise<string | null>;
}

interface WayButtonProps {
  readonly way: NoticeWay | null;
  onDone(): void;
}

function WayButton({ way, onDone }: WayButtonProps) {
  // A button that is disabled meanwhile would lose the keyboard.
  const isBusy = useRef(false);
  if (!way) return null;
  const run = async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    const problem = await way.run();
    isBusy.current = false;
    if (problem === null) onDone();
    else notifications.show({ color: "red", message: problem });
  };
  return (
    <Button
      size="sm"
      className={classes.way ?? ""}
      leftSection={<HardDriveDownload size="1rem" aria-hidden />}
      onClick={() => void run()}
    >
      {way.name}
    </Button>
  );
}

function useNoticeWay(): (notice: StoreNotice) => NoticeWay | null {
  const { t } = useTranslation();
  const { storage } = useServices();
  const failed = (error: unknown) =>
    t("storage.didNotWork", { detail: error instanceof Error ? error.message : String(error) });
  return (notice) => {
    if (notice.kind !== "saveToFile") return null;
    return {
      name: t("storeNotice.saveNow"),
      run: () =>
        storage
          .downloadMap(notice.mapId)
          .then((isThere) => (isThere ? null : t("library.problem.gone")), failed),
    };
  };
}

function useNoticeText(): (notice: StoreNotice) => string {
  const { t, i18n } = useTranslation();
  return (notice) => {
    if (notice.kind === "restored") {
      const at = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium", timeStyle: "medium" });
      return t("storeNotice.restored", { count: notice.count, at: at.format(new Date(notice.at)) });
    }
    return t(`storeNotice.${notice.kind}`, { ...notice });
  };
}
