import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { en } from "#i18n/en.ts";
import type { Id } from "#model/journey-map.ts";
import list from "../lists/list-table.module.css";
import { SortHeads } from "../lists/SortHeads.tsx";
import { type Sorting, sortRows } from "../lists/sort-rows.ts";
import { useKeptState } from "../map/use-kept.ts";
import classes from "./plan.module.css";

/** A line of the plan: a measure, or a content piece. */
interface Line {
  readonly id: Id;
  readonly title: string;
}

/** What stands in the head of a column. */
type ColumnName = keyof typeof en.plan.columns;

export interface LineColumn<T> {
  readonly name: ColumnName;
  /** By what the column is sorted; null or empty last. */
  textOf(line: T): string | null;
  /** What stands in the cell; without it the text. */
  show?(line: T): ReactNode;
  readonly className?: string | undefined;
}

interface LineTableProps<T extends Line> {
  /** Tells it from the other table of the plan. */
  readonly name: "measures" | "contents";
  readonly lines: readonly T[];
  /** The first is the title, by which a line is opened. */
  readonly columns: readonly LineColumn<T>[];
  /** The name of the column that it is sorted by at first. */
  readonly sortedBy: ColumnName;
  /** Said where there are no lines. */
  readonly nothing: string;
  readonly chosenId: Id | null;
  onChoose(id: Id): void;
}

/** All lines of one kind in rows, sorted by any of the columns. */
export function LineTable<T extends Line>(props: LineTableProps<T>) {
  const { name: tableName, lines, columns, sortedBy, nothing, chosenId, onChoose } = props;
  const { t, i18n } = useTranslation();
  const [sorting, setSorting] = useKeptState<Sorting<ColumnName>>(`plan.sorting.${tableName}`, {
    by: sortedBy,
    isDescending: false,
  });
  const rows = useMemo(() => {
    const column = columns.find(({ name }) => name === sorting.by);
    return sortRows(lines, (line) => column?.textOf(line) ?? null, sorting.isDescending, i18n.language);
  }, [lines, columns, sorting, i18n.language]);
  if (rows.length === 0) return <p className={classes.empty}>{nothing}</p>;
  return (
    <div className={classes.scroll}>
      <table className={`${list.table} ${classes.table}`}>
        <thead>
          <tr>
            <SortHeads
              columns={columns.map(({ name }) => name)}
              sorting={sorting}
              nameOf={(name) => t(`plan.columns.${name}`)}
              onSort={setSorting}
            />
          </tr>
        </thead>
        <tbody>
          {rows.map((line) => (
            <tr
              key={line.id}
              className={classes.row}
              data-chosen={line.id === chosenId || undefined}
              onClick={({ currentTarget }) => {
                onChoose(line.id);
                // Wherever in the row one has clicked: what is pressed next is meant for it.
                currentTarget.querySelector("button")?.focus();
              }}
            >
              {columns.map(({ name, textOf, show, className }, index) => (
                <td key={name} className={className}>
                  {index === 0 ? (
                    <button type="button" className={list.link} data-line={line.id}>
                      {line.title.trim() || t("kind.untitled")}
                    </button>
                  ) : (
                    (show?.(line) ?? textOf(line))
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
