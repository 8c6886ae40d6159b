import { Anchor, Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useEditorState } from "../../map/open-map.ts";
import { liveDialog } from "../../shell/live-dialog.ts";
import { HistoryPanel } from "./HistoryPanel.tsx";

export interface HistoryDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function HistoryDialog({ opened, onClose }: HistoryDialogProps) {
  const { t } = useTranslation();
  const mapId = useEditorState((state) => state.map.id);
  return (
    <Modal opened={opened} onClose={onClose} title={t("history.title")} {...liveDialog}>
      <HistoryPanel />
      <Anchor
        component={Link}
        href={`/map/${mapId}/history`}
        onClick={onClose}
        mt="md"
        display="inline-block"
      >
        {t("history.versions")}
      </Anchor>
    </Modal>
  );
}
