import { Button, Group } from "@mantine/core";
import { RotateCw } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** What can be done on a page without the app: load it again or take the maps away; `children` stand between. */
export function WayOut({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Group>
      <Button leftSection={<RotateCw size="1.1em" aria-hidden />} onClick={() => window.location.reload()}>
        {t("shell.error.reload")}
      </Button>
      {children}
      <Button variant="default" component="a" href="./recover.html">
        {t("shell.recovery")}
      </Button>
    </Group>
  );
}
