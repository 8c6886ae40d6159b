import { Button, Group } from "@mantine/core";
import { RotateCw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { PlainPage } from "./PlainPage.tsx";

/** Instead of everything, when a newer program has written the store: this one would not know what it destroys. */
export function NewerStorePage() {
  const { t } = useTranslation();
  return (
    <PlainPage heading={t("shell.newerStore.heading")} text={t("shell.newerStore.text")}>
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
