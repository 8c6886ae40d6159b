import { Button, Tooltip } from "@mantine/core";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import { type Action, type ActionGroup, actionGroups } from "../action.ts";
import { labelText } from "../command-label.ts";
import { ExportMenu } from "../exchange/ExportMenu.tsx";
import { useRunner } from "../shell/runner.ts";
import { Shortcut } from "../shell/Shortcut.tsx";
import { useEditorState } from "./open-map.ts";
import classes from "./Toolbar.module.css";

interface ToolbarProps {
  /** What only one of the views needs, before the export. */
  readonly children?: ReactNode;
  /** The map is not to be seen: there is nothing to add to and nothing to arrange. */
  readonly isDesk?: boolean;
}

/** The groups that are of use where the map is not to be seen. */
const deskGroups: readonly ActionGroup[] = ["file", "edit", "help"];

/** The second row of a map page: the actions that are needed all the time, by group. */
export function Toolbar({ children, isDesk = false }: ToolbarProps) {
  const { t } = useTranslation();
  const { actions } = useRunner();
  const shown = actions.filter(({ shownIn }) => shownIn?.includes("toolbar"));
  return (
    <div role="toolbar" aria-label={t("mapPage.tools")} className={classes.toolbar}>
      {(isDesk ? deskGroups : actionGroups)
        .map((group) => shown.filter((action) => action.group === group))
        .filter((group) => group.length > 0)
        .map((group) => (
          <Fragment key={group[0]?.group}>
            <div className={classes.group}>
              {group.map((action) => (
                <ToolButton key={action.id} action={action} />
              ))}
            </div>
          </Fragment>
        ))}
      <div className={classes.end}>
        {children}
        <ExportMenu />
      </div>
    </div>
  );
}

/** Undo and redo say what they would undo; their name stays short, so that it can be found. */
function useHint(action: Action): string {
  const t = useText();
  return useEditorState(({ past, future }) => {
    const step = action.id === "undo" ? past.at(-1) : action.id === "redo" ? future[0] : undefined;
    if (!step) return t(`action.${action.id}`);
    return t(action.id === "undo" ? "mapPage.undoStep" : "mapPage.redoStep", {
      label: labelText(t, step.label),
    });
  });
}

function ToolButton({ action }: { readonly action: Action }) {
  const t = useText();
  const { run, problemOf } = useRunner();
  const hint = useHint(action);
  // Whatever it depends on: a button is rendered again only when the answer is another one.
  const problem = useEditorState(() => problemOf(action));
  const Icon = action.icon;
  const [shortcut] = action.shortcuts ?? [];
  const isAdding = action.group === "add";
  return (
    <Tooltip
      label={
        <span className={classes.hint}>
          {problem ?? hint}
          {shortcut !== undefined && <Shortcut shortcut={shortcut} />}
        </span>
      }
    >
      {/* Greyed out, but still to be found and asked why: a disabled button says nothing. */}
      <Button
        className={classes.button ?? ""}
        variant="subtle"
        color="dark"
        size="compact-md"
        aria-label={t(`action.${action.id}`)}
        aria-disabled={problem !== null}
        {...(problem === null ? {} : { "data-disabled": true })}
        leftSection={<Icon size="1.15rem" aria-hidden />}
        onClick={(event) => {
          event.preventDefault();
          run(action.id);
        }}
      >
        {isAdding ? (
          t(`mapPage.add.${action.id}`)
        ) : action.id === "tidy-up" ? (
          <span className={classes.spare}>{t("action.tidy-up")}</span>
        ) : null}
      </Button>
    </Tooltip>
  );
}
