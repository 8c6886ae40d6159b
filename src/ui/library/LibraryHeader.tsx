import { Button, FileButton, Group, Title } from "@mantine/core";
import { FileUp, Plus } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";

interface LibraryHeaderProps {
  onNewMap(): void;
  onImportFiles(files: readonly File[]): void;
}

export function LibraryHeader({ onNewMap, onImportFiles }: LibraryHeaderProps) {
  const { t } = useTranslation();
  const reset = useRef<() => void>(null);
  return (
    <Group justify="space-between" gap="md">
      <Title order={1}>{t("library.heading")}</Title>
      <Group gap="sm">
        <FileButton
          multiple
          accept=".json,.png"
          resetRef={reset}
          inputProps={{ "aria-label": t("library.importFile") }}
          onChange={(files) => {
            onImportFiles(files);
            // Otherwise choosing the same file again would be no change.
            reset.current?.();
          }}
        >
          {(props) => (
            <Button {...props} variant="default" leftSection={<FileUp size={18} aria-hidden />}>
              {t("library.import")}
            </Button>
          )}
        </FileButton>
        <Button leftSection={<Plus size={18} aria-hidden />} onClick={onNewMap}>
          {t("library.newMap")}
        </Button>
      </Group>
    </Group>
  );
}
