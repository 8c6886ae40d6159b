import { Alert, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { type StoreNotice, useServices } from "../services.ts";
import classes from "./StoreNotices.module.css";

/** What has to be known of the store, above every page until it is put away. */
export function StoreNotices() {
  const { t } = useTranslation();
  const { notices } = useServices();
  const list = useStore(notices, (state) => state.list);
  const textOf = useNoticeText();
  if (list.length === 0) return null;
  const putAway = (notice: StoreNotice) =>
    notices.setState((state) => ({ list: state.list.filter((one) => one !== notice) }));
  return (
    <Stack component="section" aria-label={t("storeNotice.heading")} className={classes.stack ?? ""}>
      {list.map((notice) => (
        <Alert
          key={JSON.stringify(notice)}
          color="yellow"
          withCloseButton
          closeButtonLabel={t("storeNotice.putAway")}
          onClose={() => putAway(notice)}
        >
          {textOf(notice)}
        </Alert>
      ))}
    </Stack>
  );
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
