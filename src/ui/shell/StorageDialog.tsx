import { Alert, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { HardDriveDownload, LifeBuoy } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { StorageService } from "../storage-service.ts";
import { BackupFolderSection } from "./BackupFolderSection.tsx";
import { StoragePlace } from "./StoragePlace.tsx";
import { useTimeText } from "./time-text.ts";

interface StorageDialogProps {
  readonly storage: StorageService;
  readonly isOpen: boolean;
  onClose(): void;
}

/** Where the maps lie, what each place survives, and what can be done for more. */
export function StorageDialog({ storage, isOpen, onClose }: StorageDialogProps) {
  const { t } = useTranslation();
  const [trouble, setTrouble] = useState<string | null>(null);

  /** Does what a button promises, and says it when it cannot. */
  async function attempt(work: () => Promise<void>): Promise<void> {
    setTrouble(null);
    try {
      await work();
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      size="46rem"
      title={t("storage.heading")}
      closeButtonProps={{ "aria-label": t("shell.close") }}
    >
      <Stack gap="lg">
        <Text>{t("storage.text")}</Text>
        <DatabaseSection storage={storage} />
        <BackupCopySection storage={storage} />
        <BackupFolderSection storage={storage} onAttempt={attempt} />
        {trouble !== null && (
          <Alert color="red" role="alert">
            {t("storage.didNotWork", { detail: trouble })}
          </Alert>
        )}
        <Group>
          <Button
            leftSection={<HardDriveDownload size="1rem" aria-hidden />}
            onClick={() => void attempt(storage.downloadAll)}
          >
            {t("storage.downloadAll")}
          </Button>
          <Button
            variant="default"
            component="a"
            href="./recover.html"
            leftSection={<LifeBuoy size="1rem" aria-hidden />}
          >
            {t("storage.recovery")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function DatabaseSection({ storage }: { readonly storage: StorageService }) {
  const { t } = useTranslation();
  const { isAvailable, isPersistent, problem } = useStore(storage.database);
  return (
    <StoragePlace
      place="database"
      standing={isAvailable && problem === null ? "works" : "lacks"}
      survives={t("storage.database.survives")}
      doesNotSurvive={t("storage.database.doesNotSurvive")}
    >
      <Text>{isAvailable ? t("storage.database.available") : t("storage.database.unavailable")}</Text>
      {problem !== null && <Text>{t("storage.notSaved", { reason: t(`saving.reason.${problem}`) })}</Text>}
      {isAvailable && isPersistent !== null && (
        <Text size="sm" c="var(--dk-inkSoft)">
          {isPersistent ? t("storage.database.persistent") : t("storage.database.notPersistent")}
        </Text>
      )}
    </StoragePlace>
  );
}

function BackupCopySection({ storage }: { readonly storage: StorageService }) {
  const { t } = useTranslation();
  const timeText = useTimeText();
  const { isAvailable, lastAt, isProven, problem } = useStore(storage.copy);
  const isBehind = useStore(storage.database, (database) => database.problem !== null);
  const lastText =
    lastAt === null ? t("storage.copy.none") : t("storage.copy.lastAt", { at: timeText(lastAt) });
  return (
    <StoragePlace
      place="copy"
      standing={!isAvailable ? "unused" : problem === null && !isBehind ? "works" : "lacks"}
      survives={t("storage.copy.survives")}
      doesNotSurvive={t("storage.copy.doesNotSurvive")}
    >
      <Text>{isAvailable ? lastText : t("storage.copy.unavailable")}</Text>
      {isAvailable && problem !== null && <Text>{t(`storage.copy.problem.${problem}`)}</Text>}
      {isAvailable && problem === null && isBehind && <Text>{t("storage.behind")}</Text>}
      {isAvailable && lastAt !== null && (
        <Text size="sm" c="var(--dk-inkSoft)">
          {isProven ? t("storage.copy.proven") : t("storage.copy.notProven")}
        </Text>
      )}
    </StoragePlace>
  );
}
