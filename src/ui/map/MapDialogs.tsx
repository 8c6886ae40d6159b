import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CanvasHandle, DialogName } from "../action.ts";
import { PngDialog } from "../exchange/PngDialog.tsx";
import { ManagerPicker } from "../panels/audit/ManagerPicker.tsx";
import { HistoryDialog } from "../panels/history/HistoryDialog.tsx";
import { PeopleDialog } from "../panels/people/PeopleDialog.tsx";
import { ConnectDialog } from "./ConnectDialog.tsx";
import { useEditorState } from "./open-map.ts";

interface MapDialogsProps {
  readonly dialog: DialogName | null;
  readonly canvas: CanvasHandle | null;
  onClose(): void;
}

/** The dialogs that actions of the map page open. */
export function MapDialogs({ dialog, canvas, onClose }: MapDialogsProps) {
  return (
    <>
      <HistoryDialog opened={dialog === "history"} onClose={onClose} />
      <PeopleDialog opened={dialog === "people"} onClose={onClose} />
      <ConnectDialog opened={dialog === "connect"} onClose={onClose} canvas={canvas} />
      <PngDialog isOpen={dialog === "export"} onClose={onClose} />
      <ManagerDialog opened={dialog === "managers"} onClose={onClose} canvas={canvas} />
    </>
  );
}

interface DialogProps {
  readonly opened: boolean;
  readonly canvas: CanvasHandle | null;
  onClose(): void;
}

/** Assigns a manager to all that is selected: @ on the canvas. */
function ManagerDialog({ opened, canvas, onClose }: DialogProps) {
  const { t } = useTranslation();
  const nodeIds = useEditorState((state) => state.selection.nodeIds);
  const close = () => {
    onClose();
    canvas?.focus(nodeIds.at(-1));
  };
  return (
    <Modal opened={opened} onClose={close} title={t("mapPage.pickManager")} size="sm" returnFocus={false}>
      <ManagerPicker
        nodeIds={nodeIds}
        label={t("field.managerId")}
        canClear
        onPick={(assign) => {
          assign();
          close();
        }}
        onCancel={close}
      />
    </Modal>
  );
}
