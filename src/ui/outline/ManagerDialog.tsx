import { Modal } from "@mantine/core";
import { useText } from "#i18n/i18n.ts";
import type { Id } from "#model/journey-map.ts";
import { useJourneyMap } from "../map/open-map.ts";
import { ManagerPicker } from "../panels/audit/ManagerPicker.tsx";
import { useTypeAhead } from "../shell/use-type-ahead.ts";

interface ManagerDialogProps {
  opened: boolean;
  /** The nodes that get the manager. */
  nodeIds: readonly Id[];
  /** After a choice, and after none. */
  onClose(): void;
  /** After a choice that changed anything. */
  onPicked?(): void;
}

/** Choosing the Customer Touchpoint Manager of one or more nodes by typing a few letters. */
export function ManagerDialog({ opened, nodeIds, onClose, onPicked }: ManagerDialogProps) {
  const t = useText();
  const map = useJourneyMap();
  useTypeAhead(opened);
  const title = map.nodes[nodeIds[0] ?? ""]?.title.trim() || t("kind.untitled");
  const heading = t("outline.managerOf", { count: nodeIds.length, title });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={heading}
      closeButtonProps={{ "aria-label": t("shell.close") }}
      returnFocus={false}
      onExitTransitionEnd={() => {
        // Who is quicker than the dialog's opening has the focus taken once more, and it goes with the dialog.
        if (document.activeElement === document.body) onClose();
      }}
    >
      <ManagerPicker
        nodeIds={nodeIds}
        label={heading}
        canClear
        staysOnBlur
        onPick={(assign) => {
          const isChanged = assign();
          onClose();
          if (isChanged) onPicked?.();
        }}
        onCancel={onClose}
      />
    </Modal>
  );
}
