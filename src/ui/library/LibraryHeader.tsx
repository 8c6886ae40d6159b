import { Button, Group, Title } from "@mantine/core";
import { ChartNoAxesColumn, FileUp, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useImporter } from "../exchange/importer.ts";
import { AppMenu } from "../shell/AppMenu.tsx";

export function LibraryHeader({ onNewMap }: { onNewMap(): void }) {
  const { t } = useTranslation();
  const { openFileChooser } = useImporter();
  return (
    <Group component="header" justify="space-between" gap="md">
      <Title order={1} size="h2">
        {t("library.heading")}
      </Title>
      <Group gap="sm">
        <Button
          component={Link}
          href="/portfolio"
          variant="subtle"
          leftSection={<ChartNoAxesColumn size="1.125rem" aria-hidden />}
        >
          {t("portfolio.open")}
        </Button>
        <Button
          variant="default"
          leftSection={<FileUp size="1.125rem" aria-hidden />}
          onClick={openFileChooser}
        >
          {t("library.import")}
        </Button>
        <Button leftSection={<Plus size="1.125rem" aria-hidden />} onClick={onNewMap}>
          {t("library.newMap")}
        </Button>
        <AppMenu />
      </Group>
    </Group>
  );
}
