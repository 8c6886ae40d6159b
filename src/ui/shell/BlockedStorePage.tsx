import { Button, Group } from "@mantine/core";
import { RotateCw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { PlainPage } from "./PlainPage.tsx";

/** Instead of everything, while another window keeps the store from being opened; it goes away by itself. */
export function BlockedStorePage() {
  const { t } = useTranslation();
  return (
    <PlainPage heading={t("shell.blockedStore.heading")} text={t("storeNotice.blocked")}>
      <Group>
        <Button leftSection={<RotateCw size="1.1em" aria-hidden />} onClick={() => window.location.reload()}>
          {t("shell.error.reload")}
        </Button>
        <Button variant="default" component="a" href="./recover.html">
          {t("shell.recovery")}
        </Button>
      </Group>
    </PlainPage>
  );
}
