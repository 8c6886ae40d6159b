import { Modal } from "@mantine/core";
import { useText } from "#i18n/i18n.ts";
import type { Id } from "#model/journey-map.ts";
import { useJourneyMap } from "../map/open-map.ts";
import { ManagerPicker } from "../panels/audit/ManagerPicker.tsx";

interface ManagerDialogProps {
  opened: boolean;
  /** The nodes that get the manager. */
  nodeIds: readonly Id[];
  /** After a choice, and after none. */
  onClose(): void;
  onPicked?(): void;
}

/** Choosing the Customer Touchpoint Manager of one or more nodes by typing a few letters. */
export function ManagerDialog({ opened, nodeIds, onClose, onPicked }: ManagerDialogProps) {
  const t = useText();
  const map = useJourneyMap();
  const title = map.nodes[nodeIds[0] ?? ""]?.title.trim() || t("kind.untitled");
  const heading = t("outline.managerOf", { count: nodeIds.length, title });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={heading}
      closeButtonProps={{ "aria-label": t("shell.close") }}
      returnFocus={false}
    >
      <ManagerPicker
        nodeIds={nodeIds}
        label={heading}
        canClear
        staysOnBlur
        onPick={(assign) => {
          assign();
          onClose();
          onPicked?.();
        }}
        onCancel={onClose}
      />
    </Modal>
  );
}
