import { Menu } from "@mantine/core";
import { AlignStartVertical, CircleUser, type LucideIcon, Plus, Replace } from "lucide-react";
import { Fragment, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import type { Action, MenuFold } from "../action.ts";
import { useRunner } from "../shell/runner.ts";
import { Shortcut } from "../shell/Shortcut.tsx";
import classes from "./ContextMenu.module.css";
import { type MenuEntry, menuEntries } from "./context-menu-entries.ts";

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

const foldIcons: Readonly<Record<MenuFold, LucideIcon>> = {
  add: Plus,
  convert: Replace,
  align: AlignStartVertical,
  responsibility: CircleUser,
};

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
        {menuEntries(possible).map((entries, index) => (
          <Fragment key={keyOf(entries[0])}>
            {index > 0 && <Menu.Divider />}
            {entries.map((entry) =>
              "fold" in entry ? (
                <Fold key={entry.fold} {...entry} />
              ) : (
                <Entry key={entry.action.id} action={entry.action} />
              ),
            )}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function keyOf(entry: MenuEntry | undefined): string {
  return entry === undefined ? "" : "fold" in entry ? entry.fold : entry.action.id;
}

function Fold({ fold, actions }: Extract<MenuEntry, { fold: MenuFold }>) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const item = useRef<HTMLButtonElement>(null);
  const dropdown = useRef<HTMLDivElement>(null);
  const Icon = foldIcons[fold];
  const open = () => {
    setOpen(true);
    // The arrow to the right takes the keyboard along by itself; Enter and a tap come here.
    focusFirst();
  };
  /** The dropdown needs some frames before it is there. */
  const focusFirst = (tries = 12) => {
    const first = dropdown.current?.querySelector<HTMLElement>("[role=menuitem]");
    first?.focus();
    if (tries > 0 && (!first || document.activeElement !== first)) {
      requestAnimationFrame(() => focusFirst(tries - 1));
    }
  };
  return (
    // Fixed, because the menu around it scrolls where a screen is low, and would cut it off.
    <Menu.Sub
      opened={isOpen}
      onChange={setOpen}
      floatingStrategy="fixed"
      middlewares={{ flip: true, shift: { padding: 8 } }}
    >
      <Menu.Sub.Target>
        <Menu.Sub.Item ref={item} onClick={open} leftSection={<Icon size="1rem" aria-hidden />}>
          {t(`mapPage.fold.${fold}`)}
        </Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown
        ref={dropdown}
        onKeyDown={(event) => {
          // The arrow to the left closes it, and looks for this entry by an id that the entry does not have.
          if (event.key === "ArrowLeft") item.current?.focus();
        }}
      >
        {actions.map((action) => (
          <Entry key={action.id} action={action} />
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
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
