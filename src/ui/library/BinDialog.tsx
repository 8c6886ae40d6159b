import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { RotateCcw, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { MapSummary } from "../services.ts";
import styles from "./BinDialog.module.css";
import { RelativeTime } from "./RelativeTime.tsx";

interface BinDialogProps {
  readonly isOpen: boolean;
  readonly maps: readonly MapSummary[];
  onRestore(map: MapSummary): void;
  onRemove(map: MapSummary): void;
  onClose(): void;
}

export function BinDialog({ isOpen, maps, onRestore, onRemove, onClose }: BinDialogProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<MapSummary | null>(null);
  return (
    <>
      <Modal
        opened={isOpen}
        onClose={onClose}
        size="44rem"
        title={t("library.bin.heading")}
        closeButtonProps={{ "aria-label": t("library.bin.close") }}
      >
        <Text c="var(--dk-inkSoft)" mb="md">
          {maps.length === 0 ? t("library.bin.empty") : t("library.bin.text")}
        </Text>
        <ul className={styles.list}>
          {maps.map((map) => (
            <BinRow key={map.id} map={map} onRestore={onRestore} onAskToRemove={setAsked} />
          ))}
        </ul>
      </Modal>
      <RemoveQuestion map={asked} onRemove={onRemove} onClose={() => setAsked(null)} />
    </>
  );
}

interface BinRowProps {
  readonly map: MapSummary;
  onRestore(map: MapSummary): void;
  onAskToRemove(map: MapSummary): void;
}

function BinRow({ map, onRestore, onAskToRemove }: BinRowProps) {
  const { t } = useTranslation();
  const title = map.title.trim() || t("library.nameless");
  return (
    <li className={styles.row}>
      <div className={styles.texts}>
        <Text fw={600} className={styles.title ?? ""}>
          {title}
        </Text>
        <Text size="sm" c="var(--dk-inkSoft)" component="div">
          <RelativeTime at={map.deletedAt ?? map.updatedAt} text="library.bin.deleted" />
        </Text>
      </div>
      <Group gap="xs">
        <Button
          size="sm"
          variant="light"
          leftSection={<RotateCcw size="0.875rem" aria-hidden />}
          aria-label={t("library.bin.restoreMap", { title })}
          onClick={() => onRestore(map)}
        >
          {t("library.bin.restore")}
        </Button>
        <Button
          size="sm"
          variant="subtle"
          color="red"
          leftSection={<Trash2 size="0.875rem" aria-hidden />}
          aria-label={t("library.bin.removeMap", { title })}
          onClick={() => onAskToRemove(map)}
        >
          {t("library.bin.remove")}
        </Button>
      </Group>
    </li>
  );
}

interface RemoveQuestionProps {
  /** Null: closed. */
  readonly map: MapSummary | null;
  onRemove(map: MapSummary): void;
  onClose(): void;
}

function RemoveQuestion({ map, onRemove, onClose }: RemoveQuestionProps) {
  const { t } = useTranslation();
  const title = map?.title.trim() || t("library.nameless");
  return (
    <Modal opened={map !== null} onClose={onClose} withCloseButton={false} title={t("library.bin.remove")}>
      <Stack gap="lg">
        <Text>{t("library.bin.question", { title })}</Text>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t("library.bin.keep")}
          </Button>
          <Button
            color="red"
            onClick={() => {
              if (map) onRemove(map);
              onClose();
            }}
          >
            {t("library.bin.remove")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
