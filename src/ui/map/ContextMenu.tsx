import { Menu } from "@mantine/core";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import { type Action, type ActionGroup, actionGroups } from "../action.ts";
import { useRunner } from "../shell/runner.ts";
import { Shortcut } from "../shell/Shortcut.tsx";
import classes from "./ContextMenu.module.css";

/** In pixels from the window's upper left corner. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

interface ContextMenuProps {
  /** Null: the menu is closed. */
  readonly point: ScreenPoint | null;
  onClose(): void;
}

/** Groups that would make the menu too long stand in a menu of their own. */
const folded: readonly ActionGroup[] = ["arrange"];

/** What can be done with the selection, where the pointer is; only what is possible now. */
export function ContextMenu({ point, onClose }: ContextMenuProps) {
  const { t } = useTranslation();
  const { actions, problemOf, context } = useRunner();
  if (!point) return null;
  const close = () => {
    onClose();
    // After what was chosen: a dialog or a title that it opened keeps the keyboard.
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      context.canvas?.focus(context.openMap?.editor.store.getState().selection.nodeIds.at(-1));
    });
  };
  const possible = actions.filter(
    (action) => action.shownIn?.includes("contextMenu") && problemOf(action) === null,
  );
  const groups = actionGroups
    .map((group) => possible.filter((action) => action.group === group))
    .filter((group) => group.length > 0);
  return (
    // In its place in the page, so that it lies in the landmark of the map.
    <Menu
      opened
      onClose={close}
      position="right-start"
      withinPortal={false}
      floatingStrategy="fixed"
      trapFocus
    >
      <Menu.Target>
        <div aria-hidden className={classes.anchor} style={{ left: point.x, top: point.y }} />
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown ?? ""} aria-label={t("mapPage.contextMenu")}>
        {groups.map((group, index) => (
          <Fragment key={group[0]?.group}>
            {index > 0 && <Menu.Divider />}
            {group[0] && folded.includes(group[0].group) ? (
              <Menu.Sub>
                <Menu.Sub.Target>
                  <Menu.Sub.Item>{t("mapPage.align")}</Menu.Sub.Item>
                </Menu.Sub.Target>
                <Menu.Sub.Dropdown>
                  {group.map((action) => (
                    <Entry key={action.id} action={action} />
                  ))}
                </Menu.Sub.Dropdown>
              </Menu.Sub>
            ) : (
              group.map((action) => <Entry key={action.id} action={action} />)
            )}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Entry({ action }: { readonly action: Action }) {
  const t = useText();
  const { run } = useRunner();
  const Icon = action.icon;
  const shortcut = action.shortcuts?.[0] ?? action.canvasKeys?.[0];
  return (
    <Menu.Item
      leftSection={<Icon size="1rem" aria-hidden />}
      rightSection={shortcut === undefined ? undefined : <Shortcut shortcut={shortcut} />}
      onClick={() => run(action.id)}
      {...(action.id === "remove" ? { color: "red" } : {})}
    >
      {t(`action.${action.id}`)}
    </Menu.Item>
  );
}
