import { useTranslation } from "react-i18next";
import { PlainPage } from "./PlainPage.tsx";
import { WayOut } from "./WayOut.tsx";

/** Instead of everything, when a newer program has written the store: this one would not know what it destroys. */
export function NewerStorePage() {
  const { t } = useTranslation();
  return (
    <PlainPage heading={t("shell.newerStore.heading")} text={t("shell.newerStore.text")}>
      <WayOut />
    </PlainPage>
  );
}
