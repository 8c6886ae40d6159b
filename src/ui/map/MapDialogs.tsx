import { useStore } from "zustand";
import { connect } from "#model/commands/connections.ts";
import type { Id } from "#model/journey-map.ts";
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
import { useEditor } from "./open-map.ts";

const nobody: readonly Id[] = [];

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
  // Of this very moment: a dialog opens for what is selected, also when that was a moment ago.
  const nodeIds = useStore(editor.store, ({ selection }) => (dialog === null ? nobody : selection.nodeIds));
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
