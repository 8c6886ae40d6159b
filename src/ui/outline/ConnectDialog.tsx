import { Modal, Select } from "@mantine/core";
import { useText } from "#i18n/i18n.ts";
import { connectionProblem } from "#model/commands/connections.ts";
import type { Id } from "#model/journey-map.ts";
import { nodesInReadingOrder } from "#model/reading-order.ts";
import { useJourneyMap } from "../map/open-map.ts";
import { useTypeAhead } from "../shell/use-type-ahead.ts";

interface ConnectDialogProps {
  /** Null: closed. */
  fromId: Id | null;
  onConnect(toId: Id): void;
  onClose(): void;
}

/** Drawing an arrow without a pointer: to a node that is found by its title. */
export function ConnectDialog({ fromId, onConnect, onClose }: ConnectDialogProps) {
  const t = useText();
  const map = useJourneyMap();
  useTypeAhead(fromId !== null);
  const titleOf = (id: Id) => map.nodes[id]?.title.trim() || t("kind.untitled");
  const targets =
    fromId === null
      ? []
      : nodesInReadingOrder(map)
          .filter(({ id }) => connectionProblem(map, fromId, id) === null)
          .map(({ id, kind }) => ({ value: id, label: `${t(`kind.${kind}`)}: ${titleOf(id)}` }));
  return (
    <Modal
      opened={fromId !== null}
      onClose={onClose}
      title={fromId === null ? "" : t("outline.connectFrom", { title: titleOf(fromId) })}
      closeButtonProps={{ "aria-label": t("shell.close") }}
      returnFocus={false}
      onExitTransitionEnd={() => {
        // Who is quicker than the dialog's opening has the focus taken once more, and it goes with the dialog.
        if (document.activeElement === document.body) onClose();
      }}
    >
      <Select
        // At once, not after the dialog has faded in: what is typed meanwhile is meant for the search.
        autoFocus
        data-autofocus
        searchable
        selectFirstOptionOnChange
        label={t("outline.connectTarget")}
        nothingFoundMessage={t("outline.nothingToConnect")}
        data={targets}
        value={null}
        maxDropdownHeight={320}
        onChange={(toId) => {
          if (toId !== null) onConnect(toId);
          onClose();
        }}
      />
    </Modal>
  );
}
