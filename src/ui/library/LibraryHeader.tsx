import { Button, FileButton, Group, Title } from "@mantine/core";
import { FileUp, Plus } from "lucide-react";
import { type RefObject, useRef } from "react";
import { useTranslation } from "react-i18next";
import { AppMenu } from "../shell/AppMenu.tsx";

interface LibraryHeaderProps {
  /** The hidden field that takes files; clicking it asks the user for some. */
  readonly fileInput: RefObject<HTMLInputElement | null>;
  onNewMap(): void;
  onImportFiles(files: readonly File[]): void;
}

export function LibraryHeader({ fileInput, onNewMap, onImportFiles }: LibraryHeaderProps) {
  const { t } = useTranslation();
  const reset = useRef<() => void>(null);
  return (
    <Group justify="space-between" gap="md">
      <Title order={1} size="h2">
        {t("library.heading")}
      </Title>
      <Group gap="sm">
        <FileButton
          ref={fileInput}
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
        <AppMenu />
      </Group>
    </Group>
  );
}
