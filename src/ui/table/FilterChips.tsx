import { Button } from "@mantine/core";
import { X } from "lucide-react";
import { useText } from "#i18n/i18n.ts";
import { columnLabel, emptyLabel } from "./column-label.ts";
import { allColumns } from "./columns.ts";
import classes from "./table.module.css";
import type { Table } from "./use-table.ts";

interface FilterChipsProps {
  readonly table: Table;
  /** One was taken away, and with it what had the keyboard. */
  onTaken(): void;
}

/** Which columns are filtered by what: the head of a column tells it only while it is in sight. */
export function FilterChips({ table, onTaken }: FilterChipsProps) {
  const t = useText();
  const { filter, setFilter } = table;
  return allColumns.map((column) => {
    const { [column.name]: texts, ...others } = filter.values;
    if (texts === undefined) return null;
    const values = texts.map((text) => (text === "" ? emptyLabel(t, column.name) : text)).join(", ");
    const named = { column: columnLabel(t, column), values };
    return (
      <Button
        key={column.name}
        size="compact-sm"
        variant="light"
        className={classes.chip ?? ""}
        title={values}
        aria-label={t("table.takeFilter", named)}
        rightSection={<X size="0.875rem" aria-hidden />}
        onClick={() => {
          setFilter({ ...filter, values: others });
          onTaken();
        }}
      >
        {t("table.filteredBy", named)}
      </Button>
    );
  });
}
