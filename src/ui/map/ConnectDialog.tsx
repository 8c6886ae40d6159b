import { Modal, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { connect, connectionProblem } from "#model/commands/connections.ts";
import { newConnection } from "#model/new-objects.ts";
import { nodesInReadingOrder } from "#model/queries.ts";
import type { CanvasHandle } from "../action.ts";
import { useServices } from "../services.ts";
import { useEditor, useEditorState } from "./open-map.ts";

interface ConnectDialogProps {
  readonly opened: boolean;
  readonly canvas: CanvasHandle | null;
  onClose(): void;
}

/** Connecting without the mouse: choose the node at the other end. */
export function ConnectDialog({ opened, canvas, onClose }: ConnectDialogProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const { newId } = useServices();
  const map = useEditorState((state) => state.map);
  const from = useEditorState((state) => state.selection.nodeIds.at(-1) ?? null);
  const [search, setSearch] = useState("");
  const candidates =
    from === null || !opened
      ? []
      : nodesInReadingOrder(map)
          .filter(({ id }) => connectionProblem(map, from, id) === null)
          .map((node) => ({
            value: node.id,
            label: t("canvas.nodeName", {
              kind: t(`kind.${node.kind}`),
              title: node.title || t("scene.noTitle"),
            }),
          }));

  function close(): void {
    setSearch("");
    onClose();
    canvas?.focus(from ?? undefined);
  }

  return (
    <Modal
      opened={opened}
      onClose={close}
      title={`${t("mapPage.connectWith")} – ${map.nodes[from ?? ""]?.title ?? ""}`}
      size="md"
      returnFocus={false}
    >
      <Select
        data-autofocus
        searchable
        label={t("mapPage.connectSearch")}
        placeholder={t("mapPage.connectSearch")}
        data={candidates}
        value={null}
        searchValue={search}
        onSearchChange={setSearch}
        defaultDropdownOpened
        limit={200}
        maxDropdownHeight={360}
        nothingFoundMessage="–"
        onChange={(id) => {
          if (id !== null && from !== null) editor.dispatch(connect(newConnection(newId(), from, id)));
          close();
        }}
      />
    </Modal>
  );
}
