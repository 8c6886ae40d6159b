import { notifications } from "@mantine/notifications";
import { type ReactNode, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useLocation } from "wouter";
import { useText } from "#i18n/i18n.ts";
import {
  type Action,
  type ActionContext,
  type ActionGroup,
  type CanvasHandle,
  type DialogName,
  useActions,
} from "../action.ts";
import { useImporter } from "../exchange/importer.ts";
import { AnnouncerRegion, createAnnouncer } from "../LiveRegion.tsx";
import { type OpenMap, useServices } from "../services.ts";
import { CommandPalette } from "./CommandPalette.tsx";
import { useFirstPicture } from "./first-picture.ts";
import { HelpDialog } from "./HelpDialog.tsx";
import { type Runner, RunnerProvider } from "./runner.ts";
import { StorageDialog } from "./StorageDialog.tsx";
import { useShortcuts } from "./use-shortcuts.ts";

/** How long a message stays, in milliseconds: long enough to be read from the back of a room. */
const MESSAGE_TIME = 5000;
/** For each character, where that comes to more. */
const READING_TIME = 80;

interface ActionRunnerProps {
  readonly openMap?: OpenMap | null;
  readonly canvas?: CanvasHandle | null;
  /**
   * The map and what is selected on it are not to be seen: of all that changes it only undoing and redoing work. Else
   * whoever selects everything in a table and deletes it would have deleted a map that is not there.
   */
  readonly isReading?: boolean;
  /** What one came for is to be seen: what is opened later can be made now. */
  readonly isPainted: boolean;
  /** Opens a dialog of the page; help, storage and import are the same everywhere. */
  onOpenDialog(name: Exclude<DialogName, "help" | "storage" | "import">): void;
  readonly children: ReactNode;
}

/**
 * Everything that a page needs for actions to work: shortcuts, command palette, help and announcements. To be put
 * around a page once; below it `useRunAction` and `useRunner` work.
 */
export function ActionRunner({
  openMap = null,
  canvas = null,
  isReading = false,
  isPainted,
  onOpenDialog,
  children,
}: ActionRunnerProps) {
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [isStorageOpen, setStorageOpen] = useState(false);
  useFirstPicture(isPainted);
  const { storage } = useServices();
  const [announcer] = useState(createAnnouncer);
  const announce = useCallback(
    (text: string) => {
      // The names of steps go on after "Undo: "; here they stand alone.
      const sentence = text.charAt(0).toLocaleUpperCase() + text.slice(1);
      announcer.announce(sentence);
      showMessage(sentence);
    },
    [announcer],
  );
  const { openFileChooser } = useImporter();
  const openOther = useRef(onOpenDialog);
  useLayoutEffect(() => {
    openOther.current = onOpenDialog;
  });
  const openDialog = useCallback(
    (name: DialogName) => {
      if (name === "help") setHelpOpen(true);
      else if (name === "storage") setStorageOpen(true);
      else if (name === "import") openFileChooser();
      else openOther.current(name);
    },
    [openFileChooser],
  );
  const runner = usePageRunner({ openMap, canvas, openDialog, announce }, isReading);
  useShortcuts(runner);
  return (
    <RunnerProvider value={runner}>
      {children}
      {isPainted && (
        <>
          <CommandPalette />
          <HelpDialog isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
          <StorageDialog storage={storage} isOpen={isStorageOpen} onClose={() => setStorageOpen(false)} />
        </>
      )}
      <AnnouncerRegion announcer={announcer} />
    </RunnerProvider>
  );
}

function showMessage(message: string): void {
  // One at a time: a row of them would cover the map. The live region speaks, so the message is silent.
  notifications.hide("announcement");
  const autoClose = Math.max(MESSAGE_TIME, message.length * READING_TIME);
  const silent = { role: "log", "aria-live": "off" } as const;
  notifications.show({ id: "announcement", message, autoClose, ...silent });
}

/** What is about no selection, though it stands among what is. */
const ofNoSelection: ReadonlySet<string> = new Set(["history", "people"]);
const editing: ReadonlySet<ActionGroup> = new Set(["edit", "add", "arrange", "assign"]);

/** The same one as long as the page is the same: everything that runs an action hangs on it. */
function usePageRunner({ openMap, canvas, openDialog, announce }: PageContext, isReading: boolean): Runner {
  const services = useServices();
  const table = useActions();
  const t = useText();
  const [, navigate] = useLocation();
  const place = openMap ? "map" : "library";
  const actions = useMemo(
    () =>
      table
        .filter((action) => action.place === place || action.place === "everywhere")
        .filter(({ group, id, isHistoryStep }) => {
          return !isReading || !editing.has(group) || isHistoryStep || ofNoSelection.has(id);
        }),
    [table, place, isReading],
  );
  return useMemo(() => {
    const context: ActionContext = { openMap, canvas, openDialog, announce, services, navigate, t };
    return { actions, context, ...runnerOf(actions, context) };
  }, [actions, openMap, canvas, openDialog, announce, services, navigate, t]);
}

type PageContext = Pick<ActionContext, "openMap" | "canvas" | "openDialog" | "announce">;

function runnerOf(actions: readonly Action[], context: ActionContext): Pick<Runner, "run" | "problemOf"> {
  const { t } = context;

  function problemOf(action: Action): string | null {
    const problem = action.problem?.(context) ?? null;
    return problem === null ? null : t(`reason.${problem}`);
  }

  async function perform(action: Action): Promise<void> {
    try {
      await action.perform(context);
    } catch (error) {
      console.error(error);
      context.announce(t("shell.actionFailed", { action: t(`action.${action.id}`) }));
    }
  }

  function run(id: string): void {
    const action = actions.find((entry) => entry.id === id);
    if (!action) return;
    const problem = problemOf(action);
    if (problem === null) void perform(action);
    else context.announce(problem);
  }
  return { run, problemOf };
}
