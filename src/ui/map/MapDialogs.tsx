import { connect } from "#model/commands/connections.ts";
import { newConnection } from "#model/new-objects.ts";
import type { CanvasHandle, DialogName } from "../action.ts";
import { PngDialog } from "../exchange/PngDialog.tsx";
import { ConnectDialog } from "../outline/ConnectDialog.tsx";
import { ManagerDialog } from "../outline/ManagerDialog.tsx";
import { HistoryDialog } from "../panels/history/HistoryDialog.tsx";
import { PeopleDialog } from "../panels/people/PeopleDialog.tsx";
import { useServices } from "../services.ts";
import { useEditor, useEditorState } from "./open-map.ts";

interface MapDialogsProps {
  readonly dialog: DialogName | null;
  readonly canvas: CanvasHandle | null;
  onClose(): void;
}

/** The dialogs that actions of the map page open. */
export function MapDialogs({ dialog, canvas, onClose }: MapDialogsProps) {
  const editor = useEditor();
  const { newId } = useServices();
  const nodeIds = useEditorState((state) => state.selection.nodeIds);
  const lastId = nodeIds.at(-1) ?? null;
  const backToCanvas = () => {
    onClose();
    canvas?.focus(lastId ?? undefined);
  };
  return (
    <>
      <HistoryDialog opened={dialog === "history"} onClose={onClose} />
      <PeopleDialog opened={dialog === "people"} onClose={onClose} />
      <ConnectDialog
        fromId={dialog === "connect" ? lastId : null}
        onConnect={(toId) => {
          if (lastId !== null) editor.dispatch(connect(newConnection(newId(), lastId, toId)));
        }}
        onClose={backToCanvas}
      />
      <PngDialog isOpen={dialog === "export"} onClose={onClose} />
      <ManagerDialog opened={dialog === "managers"} nodeIds={nodeIds} onClose={backToCanvas} />
    </>
  );
}
