import { useText } from "#i18n/i18n.ts";
import type { MapNode } from "#model/journey-map.ts";
import { isCounted } from "#model/queries.ts";
import { bulkColumns } from "./bulk-columns.ts";
import { CellEditor } from "./CellEditor.tsx";
import { cellChoices, cellText, hasLines } from "./cell-kinds.ts";
import { columnLabel } from "./column-label.ts";
import type { Column } from "./columns.ts";
import { type CellRange, isWithin } from "./grid-selection.ts";
import { Part } from "./Part.tsx";
import classes from "./table.module.css";
import { columnText } from "./table-rows.ts";
import type { GridControl } from "./use-grid.ts";
import type { Table } from "./use-table.ts";

/** Letters of a cell that one may see of a text that has no end. */
const MOST_SHOWN = 400;
export const cellId = (gridId: string, node: MapNode, column: Column | undefined) =>
  `${gridId}-${node.id}-${column?.name ?? ""}`;

interface RowProps {
  readonly gridId: string;
  readonly table: Table;
  readonly grid: GridControl;
  readonly node: MapNode;
  readonly index: number;
  /** Below the head, screen pixels. */
  readonly top: number;
  readonly range: CellRange;
  readonly isEdited: boolean;
}

/** A node as a row of cells. */
export function GridRow({ gridId, table, grid, node, index, top, range, isEdited }: RowProps) {
  const t = useText();
  const { columns, words } = table;
  const { selection, editing } = grid;
  const isMarked = index >= range.top && index <= range.bottom;
  return (
    <Part role="row" className={classes.row} data-row={index} style={{ top }} aria-rowindex={index + 2}>
      <Part role="rowheader" className={classes.number} aria-colindex={1} data-marked={isMarked || undefined}>
        {index + 1}
      </Part>
      {columns.map((column, place) => {
        const text = columnText(words, node, column.name);
        const isHere = isEdited && editing?.column === place;
        const at = { row: index, column: place };
        const isActive = selection.active.row === index && selection.active.column === place;
        return (
          <Part
            key={column.name}
            id={cellId(gridId, node, column)}
            role="gridcell"
            className={classes.cell}
            data-column={place}
            data-name={column.name}
            data-none={text === null || undefined}
            data-gap={isGap(node, column.name, text) || undefined}
            data-value={column.name === "owner" && node.owner !== null ? node.owner : undefined}
            data-active={isActive || undefined}
            data-chosen={isWithin(range, at) || undefined}
            aria-colindex={place + 2}
            aria-selected={isWithin(range, at)}
            aria-readonly={!column.isField || text === null}
            title={text !== null && text.length > 12 ? text.slice(0, MOST_SHOWN) : undefined}
          >
            {text === "" && isGap(node, column.name, text)
              ? t("common.discipline.nobody")
              : text?.slice(0, MOST_SHOWN)}
            {isHere && editing && (
              <CellEditor
                label={t("table.edit", {
                  column: columnLabel(t, column),
                  title: node.title || t("kind.untitled"),
                })}
                text={editing.text ?? cellText(words, node, column.name) ?? ""}
                isTyped={editing.text !== null}
                choices={cellChoices(words, node, column.name)}
                hasLines={hasLines(node, column.name)}
                count={bulkColumns(table.rows, columns, editing.range)[0]?.count ?? 1}
                isForAll={editing.isForAll}
                leaving={grid.leaving}
                onCommit={grid.commit}
                onCancel={grid.cancel}
              />
            )}
          </Part>
        );
      })}
    </Part>
  );
}

/** Whether somebody is missing who answers for it. */
function isGap(node: MapNode, name: string, text: string | null): boolean {
  return (name === "owner" || name === "managerId") && text === "" && isCounted(node);
}
