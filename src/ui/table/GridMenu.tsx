import { Menu } from "@mantine/core";
import {
  ArrowDownToLine,
  ClipboardPaste,
  Copy,
  Eraser,
  type LucideIcon,
  MapPin,
  PencilLine,
  Scissors,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { Shortcut } from "../shell/Shortcut.tsx";
import type { BulkColumn } from "./bulk-columns.ts";
import { ChangeItems } from "./ChangeItems.tsx";
import classes from "./table.module.css";
import type { GridControl } from "./use-grid.ts";
import type { GridClipboard } from "./use-grid-clipboard.ts";

/** In pixels from the window's upper left corner. */
export interface MenuPoint {
  readonly x: number;
  readonly y: number;
}

interface GridMenuProps {
  readonly point: MenuPoint;
  readonly grid: GridControl;
  readonly clipboard: GridClipboard;
  readonly columns: readonly BulkColumn[];
  onShow(): void;
  onClose(): void;
}

/** What can be done with the selected cells, where the pointer is. */
export function GridMenu({ point, grid, clipboard, columns, onShow, onClose }: GridMenuProps) {
  const { t } = useTranslation();
  const { top, bottom, left, right } = grid.range;
  return (
    <Menu
      opened
      onClose={onClose}
      position="right-start"
      returnFocus={false}
      trapFocus
      portalProps={{ target: "main" }}
    >
      <Menu.Target>
        <div aria-hidden className={classes.menuAnchor} style={{ left: point.x, top: point.y }} />
      </Menu.Target>
      <Menu.Dropdown className={classes.menu ?? ""} aria-label={t("table.menu")}>
        <Entry icon={Scissors} name={t("action.cut")} shortcut="mod+X" onClick={clipboard.cut} />
        <Entry icon={Copy} name={t("action.copy")} shortcut="mod+C" onClick={clipboard.copy} />
        <Entry icon={ClipboardPaste} name={t("action.paste")} shortcut="mod+V" onClick={clipboard.paste} />
        <Menu.Divider />
        {left === right && columns[0] && (
          <Entry
            icon={PencilLine}
            name={t("table.changeAll", { count: columns[0].count })}
            shortcut={bottom > top ? "mod+enter" : "F2"}
            onClick={() => grid.edit(null, bottom > top)}
          />
        )}
        {bottom > top && (
          <Entry icon={ArrowDownToLine} name={t("table.fillDown")} shortcut="mod+D" onClick={grid.fillDown} />
        )}
        <Entry icon={Eraser} name={t("table.clear")} shortcut="delete" onClick={grid.clear} />
        <Menu.Divider />
        <Entry icon={MapPin} name={t("table.showOnMap")} onClick={onShow} />
        {left < right && columns.length > 0 && (
          <>
            <Menu.Divider />
            <ChangeItems columns={columns} grid={grid} />
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

interface EntryProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly shortcut?: string;
  onClick(): void;
}

function Entry({ icon: Icon, name, shortcut, onClick }: EntryProps) {
  return (
    <Menu.Item
      leftSection={<Icon size="1rem" aria-hidden />}
      rightSection={shortcut === undefined ? undefined : <Shortcut shortcut={shortcut} />}
      onClick={onClick}
    >
      {name}
    </Menu.Item>
  );
}
