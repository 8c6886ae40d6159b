import { Button, Group, Modal, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MapSummary } from "../services.ts";
import { useTypeAhead } from "../shell/use-type-ahead.ts";

interface RenameDialogProps {
  /** Null: closed. */
  readonly map: MapSummary | null;
  onRename(map: MapSummary, title: string): void;
  onClose(): void;
}

export function RenameDialog({ map, onRename, onClose }: RenameDialogProps) {
  const { t } = useTranslation();
  const [title, setTitle] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  useTypeAhead(map !== null);
  useEffect(() => {
    if (map) setTitle(map.title);
    setIsMissing(false);
  }, [map]);

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (!map) return;
    if (title.trim() === "") {
      setIsMissing(true);
      return;
    }
    onRename(map, title);
    onClose();
  }

  return (
    <Modal
      opened={map !== null}
      onClose={onClose}
      title={t("library.rename.heading")}
      closeButtonProps={{ "aria-label": t("library.rename.close") }}
    >
      <form onSubmit={handleSubmit}>
        <TextInput
          data-autofocus
          label={t("library.rename.title")}
          value={title}
          error={isMissing && t("library.rename.missing")}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button type="submit">{t("library.rename.save")}</Button>
        </Group>
      </form>
    </Modal>
  );
}
