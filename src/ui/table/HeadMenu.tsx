import { Checkbox, Menu, ScrollArea } from "@mantine/core";
import { ArrowDownAZ, ArrowUpAZ, ChevronDown, EyeOff, ListFilter, Undo2 } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import { emptyLabel } from "./column-label.ts";
import type { Column } from "./columns.ts";
import classes from "./table.module.css";
import { valuesOf } from "./table-rows.ts";
import type { Table } from "./use-table.ts";

interface HeadMenuProps {
  readonly table: Table;
  readonly column: Column;
  readonly label: string;
  readonly isOpen: boolean;
  onOpenChange(isOpen: boolean): void;
}

/** More values than this in a column are found by searching, not by reading. */
const MOST_VALUES = 60;

/** What can be done with a column: sort by it, show only some of its values, hide it. */
export function HeadMenu({ table, column, label, isOpen, onOpenChange }: HeadMenuProps) {
  const { t } = useTranslation();
  const { columns, filter, sorting, setFilter, setSorting, setColumns } = table;
  const { name } = column;
  const isFiltered = filter.values[name] !== undefined;
  return (
    <Menu
      opened={isOpen}
      onChange={onOpenChange}
      position="bottom-end"
      returnFocus={false}
      portalProps={{ target: "main" }}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className={classes.headMenu}
          data-on={isFiltered || undefined}
          aria-label={t("table.columnMenu", { column: label })}
        >
          {isFiltered ? (
            <ListFilter size="0.875rem" aria-hidden />
          ) : (
            <ChevronDown size="0.875rem" aria-hidden />
          )}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<ArrowDownAZ size="1rem" />}
          onClick={() => setSorting({ by: name, isDescending: false })}
        >
          {t("table.ascending")}
        </Menu.Item>
        <Menu.Item
          leftSection={<ArrowUpAZ size="1rem" />}
          onClick={() => setSorting({ by: name, isDescending: true })}
        >
          {t("table.descending")}
        </Menu.Item>
        <Menu.Item
          leftSection={<Undo2 size="1rem" />}
          disabled={sorting === null}
          onClick={() => setSorting(null)}
        >
          {t("table.unsorted")}
        </Menu.Item>
        <Menu.Item
          leftSection={<EyeOff size="1rem" />}
          disabled={columns.length < 2}
          onClick={() => setColumns(columns.filter((other) => other !== column).map((other) => other.name))}
        >
          {t("table.hideColumn")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t("table.filterBy", { column: label })}</Menu.Label>
        {isOpen && (
          <Values
            table={table}
            name={name}
            chosen={filter.values[name] ?? null}
            onChoose={(texts) => {
              const { [name]: _, ...others } = filter.values;
              setFilter({ ...filter, values: texts === null ? others : { ...others, [name]: texts } });
            }}
          />
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

interface ValuesProps {
  readonly table: Table;
  readonly name: string;
  /** Null: all. */
  readonly chosen: readonly string[] | null;
  onChoose(texts: readonly string[] | null): void;
}

function Values({ table, name, chosen, onChoose }: ValuesProps) {
  const { t } = useTranslation();
  const words = useText();
  // A list of hundreds of texts is made when it is looked at, and not again for each of its marks.
  const values = useMemo(() => valuesOf(table.words, name), [table.words, name]);
  const empty = values.find(({ text }) => text === "");
  const listed = values.filter(({ text }) => text !== "").slice(0, MOST_VALUES);
  const rest = values.length - listed.length - (empty ? 1 : 0);
  const toggle = (text: string) => {
    const next = chosen?.includes(text)
      ? chosen.filter((other) => other !== text)
      : [...(chosen ?? []), text];
    onChoose(next.length === 0 ? null : next);
  };
  return (
    <>
      <Menu.Item closeMenuOnClick={false} onClick={() => onChoose(null)}>
        <Checkbox.Indicator checked={chosen === null} size="xs" me="xs" display="inline-flex" />
        {t("table.allValues")}
      </Menu.Item>
      <ScrollArea.Autosize mah="18rem">
        {[...(empty ? [empty] : []), ...listed].map(({ text, count }) => (
          <Menu.Item key={text} closeMenuOnClick={false} onClick={() => toggle(text)}>
            <Checkbox.Indicator
              checked={chosen?.includes(text) ?? false}
              size="xs"
              me="xs"
              display="inline-flex"
            />
            <span className={classes.value}>{text === "" ? emptyLabel(words, name) : text}</span>{" "}
            <span className={classes.valueCount}>{count}</span>
          </Menu.Item>
        ))}
      </ScrollArea.Autosize>
      {rest > 0 && <Menu.Label>{t("table.moreValues", { count: rest })}</Menu.Label>}
    </>
  );
}
