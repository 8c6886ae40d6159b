import { Button, Group, Modal, Progress, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import styles from "./ImportProgressDialog.module.css";
import type { ImportProgress } from "./import-outcome.ts";

interface ImportProgressDialogProps {
  readonly progress: ImportProgress | null;
  onCancel(): void;
}

/** How far an import is that takes a while. */
export function ImportProgressDialog({ progress, onCancel }: ImportProgressDialogProps) {
  const { t } = useTranslation();
  const { name = "", number = 1, count = 1, fraction = 0 } = progress ?? {};
  return (
    <Modal
      opened={progress !== null}
      onClose={onCancel}
      title={t("exchange.import.progressHeading")}
      withCloseButton={false}
      // A click beside it would end what one only waits for.
      closeOnClickOutside={false}
    >
      <Text className={styles.name}>
        {count > 1 ? t("exchange.import.progressOf", { name, number, count }) : name}
      </Text>
      <Progress.Root mt="sm">
        <Progress.Section value={fraction * 100} aria-label={t("exchange.import.progress")} />
      </Progress.Root>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" data-autofocus onClick={onCancel}>
          {t("common.cancel")}
        </Button>
      </Group>
    </Modal>
  );
}
