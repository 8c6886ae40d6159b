import { Button, Group, Modal, Select } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useText } from "#i18n/i18n.ts";
import { connectionProblem } from "#model/commands/connections.ts";
import type { Id } from "#model/journey-map.ts";
import { nodesInReadingOrder } from "#model/queries.ts";
import { useJourneyMap } from "../map/open-map.ts";

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
  const [toId, setToId] = useState<Id | null>(null);
  const titleOf = (id: Id) => map.nodes[id]?.title.trim() || t("kind.untitled");
  const targets =
    fromId === null
      ? []
      : nodesInReadingOrder(map)
          .filter(({ id }) => connectionProblem(map, fromId, id) === null)
          .map(({ id, kind }) => ({ value: id, label: `${t(`kind.${kind}`)}: ${titleOf(id)}` }));
  const close = () => {
    setToId(null);
    onClose();
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (toId !== null) onConnect(toId);
    if (toId !== null) close();
  };
  return (
    <Modal
      opened={fromId !== null}
      onClose={close}
      title={fromId === null ? "" : t("outline.connectFrom", { title: titleOf(fromId) })}
      closeButtonProps={{ "aria-label": t("shell.close") }}
      returnFocus={false}
    >
      <form onSubmit={handleSubmit}>
        <Select
          data-autofocus
          searchable
          label={t("outline.connectTarget")}
          nothingFoundMessage={t("outline.nothingToConnect")}
          data={targets}
          value={toId}
          onChange={setToId}
        />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={close}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" disabled={toId === null}>
            {t("outline.connectNow")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
