import { ActionIcon, Checkbox, Menu, ScrollArea } from "@mantine/core";
import { ArrowLeft, ArrowRight } from "lucide-react";
import { useText } from "#i18n/i18n.ts";
import { columnLabel } from "./column-label.ts";
import { allColumns, type Column } from "./columns.ts";
import classes from "./table.module.css";
import type { Table } from "./use-table.ts";

/** Which columns there are, and in which order. */
export function ColumnList({ table }: { readonly table: Table }) {
  const t = useText();
  const { columns, setColumns } = table;
  const names = columns.map(({ name }) => name);
  const hidden = allColumns.filter(({ name }) => !names.includes(name));
  const move = (name: string, by: number) => {
    const from = names.indexOf(name);
    const others = names.filter((other) => other !== name);
    setColumns(others.toSpliced(Math.max(0, from + by), 0, name));
  };
  const toggle = ({ name }: Column) =>
    setColumns(names.includes(name) ? names.filter((other) => other !== name) : [...names, name]);
  return (
    <>
      <ScrollArea.Autosize mah="22rem">
        <ul className={classes.columnList}>
          {[...columns, ...hidden].map((column) => {
            const label = columnLabel(t, column);
            const place = names.indexOf(column.name);
            return (
              <li key={column.name} className={classes.columnItem}>
                <Checkbox
                  size="sm"
                  label={label}
                  aria-label={t("table.showColumn", { column: label })}
                  checked={place >= 0}
                  disabled={place >= 0 && names.length === 1}
                  onChange={() => toggle(column)}
                />
                {place >= 0 && (
                  <span className={classes.moves}>
                    <ActionIcon
                      size="sm"
                      variant="subtle"
                      color="dark"
                      disabled={place === 0}
                      aria-label={t("table.moveBefore", { column: label })}
                      onClick={() => move(column.name, -1)}
                    >
                      <ArrowLeft size="0.875rem" />
                    </ActionIcon>
                    <ActionIcon
                      size="sm"
                      variant="subtle"
                      color="dark"
                      disabled={place === names.length - 1}
                      aria-label={t("table.moveAfter", { column: label })}
                      onClick={() => move(column.name, 1)}
                    >
                      <ArrowRight size="0.875rem" />
                    </ActionIcon>
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      </ScrollArea.Autosize>
      <Menu.Divider />
      <Menu.Item onClick={() => setColumns(null)}>{t("table.defaultColumns")}</Menu.Item>
    </>
  );
}
