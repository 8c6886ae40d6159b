import { connect } from "#model/commands/connections.ts";
import { newConnection } from "#model/new-objects.ts";
import type { CanvasHandle, DialogName } from "../action.ts";
import { labelText } from "../command-label.ts";
import { PngDialog } from "../exchange/PngDialog.tsx";
import { ConnectDialog } from "../outline/ConnectDialog.tsx";
import { ManagerDialog } from "../outline/ManagerDialog.tsx";
import { HistoryDialog } from "../panels/history/HistoryDialog.tsx";
import { PeopleDialog } from "../panels/people/PeopleDialog.tsx";
import { useServices } from "../services.ts";
import { useRunner } from "../shell/runner.ts";
import { KeepVersionDialog } from "../versions/KeepVersionDialog.tsx";
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
  const { context } = useRunner();
  const nodeIds = useEditorState((state) => state.selection.nodeIds);
  const lastId = nodeIds.at(-1) ?? null;
  const backToCanvas = () => {
    onClose();
    canvas?.focus(lastId ?? undefined);
  };
  const sayLastStep = () => {
    const last = editor.store.getState().past.at(-1);
    if (last) context.announce(labelText(context.t, last.label));
  };
  return (
    <>
      <HistoryDialog opened={dialog === "history"} onClose={onClose} />
      <KeepVersionDialog isOpen={dialog === "keepVersion"} onClose={onClose} />
      <PeopleDialog opened={dialog === "people"} onClose={onClose} />
      <ConnectDialog
        fromId={dialog === "connect" ? lastId : null}
        onConnect={(toId) => {
          if (lastId !== null) editor.dispatch(connect(newConnection(newId(), lastId, toId)));
        }}
        onClose={backToCanvas}
      />
      <PngDialog isOpen={dialog === "export"} onClose={onClose} />
      <ManagerDialog
        opened={dialog === "managers"}
        nodeIds={nodeIds}
        onClose={backToCanvas}
        onPicked={sayLastStep}
      />
    </>
  );
}
