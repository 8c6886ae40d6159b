import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { liveDialog } from "../../shell/live-dialog.ts";
import { HistoryPanel } from "./HistoryPanel.tsx";

export interface HistoryDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function HistoryDialog({ opened, onClose }: HistoryDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={t("history.title")} {...liveDialog}>
      <HistoryPanel />
    </Modal>
  );
}
