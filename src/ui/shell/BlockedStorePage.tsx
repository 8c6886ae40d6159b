import { useTranslation } from "react-i18next";
import { PlainPage } from "./PlainPage.tsx";
import { WayOut } from "./WayOut.tsx";

/** Instead of everything, while another window keeps the store from being opened; it goes away by itself. */
export function BlockedStorePage() {
  const { t } = useTranslation();
  return (
    <PlainPage heading={t("shell.blockedStore.heading")} text={t("storeNotice.blocked")}>
      <WayOut />
    </PlainPage>
  );
}
