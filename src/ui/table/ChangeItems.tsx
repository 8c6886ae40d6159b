import { Menu } from "@mantine/core";
import { PencilLine } from "lucide-react";
import { useText } from "#i18n/i18n.ts";
import type { BulkColumn } from "./bulk-columns.ts";
import { columnLabel } from "./column-label.ts";
import classes from "./table.module.css";
import type { GridControl } from "./use-grid.ts";

interface ChangeItemsProps {
  readonly columns: readonly BulkColumn[];
  readonly grid: GridControl;
}

/** The columns of a selection, one of which gets one text in all of its selected cells. */
export function ChangeItems({ columns, grid }: ChangeItemsProps) {
  const t = useText();
  return (
    <>
      <Menu.Label>{t("table.changeIn")}</Menu.Label>
      {columns.map(({ column, index, count }) => (
        <Menu.Item
          key={column.name}
          leftSection={<PencilLine size="1rem" aria-hidden />}
          rightSection={<span className={classes.valueCount}>{count}</span>}
          onClick={() => grid.edit(null, true, index)}
        >
          {columnLabel(t, column)}
        </Menu.Item>
      ))}
    </>
  );
}
