import { memo } from "react";
import { useText } from "#i18n/i18n.ts";
import type { MapNode } from "#model/journey-map.ts";
import { isCounted } from "#model/queries.ts";
import { CellEditor } from "./CellEditor.tsx";
import { cellChoices, cellText, hasLines } from "./cell-kinds.ts";
import { columnLabel } from "./column-label.ts";
import type { Column } from "./columns.ts";
import { Part } from "./Part.tsx";
import classes from "./table.module.css";
import { columnText, type TableWords } from "./table-rows.ts";
import type { GridControl } from "./use-grid.ts";

/** Letters of a cell that one may see of a text that has no end. */
const MOST_SHOWN = 400;
export const cellId = (gridId: string, node: MapNode, column: Column | undefined) =>
  `${gridId}-${node.id}-${column?.name ?? ""}`;

interface RowProps {
  readonly gridId: string;
  readonly words: TableWords;
  readonly columns: readonly Column[];
  readonly node: MapNode;
  readonly index: number;
  /** Below the head, screen pixels. */
  readonly top: number;
  /** The place of the cell in it on which one stands. */
  readonly active: number | null;
  /** Its chosen cells, by the places of the first and the last; null: none. */
  readonly chosenFrom: number | null;
  readonly chosenTo: number | null;
  /** What a field that is open in it works with. */
  readonly editor: GridControl | null;
  /** How many cells such a field can change. */
  readonly editedCount: number;
}

/** A node as a row of cells. A key changes two rows of dozens: the others need not be made anew. */
export const GridRow = memo(function GridRow(props: RowProps) {
  const { gridId, words, columns, node, index, top, active, chosenFrom, chosenTo, editor, editedCount } =
    props;
  const t = useText();
  const editing = editor?.editing;
  const isMarked = chosenFrom !== null;
  return (
    <Part role="row" className={classes.row} data-row={index} style={{ top }} aria-rowindex={index + 2}>
      <Part role="rowheader" className={classes.number} aria-colindex={1} data-marked={isMarked || undefined}>
        {index + 1}
      </Part>
      {columns.map((column, place) => {
        const text = columnText(words, node, column.name);
        const isChosen = chosenFrom !== null && chosenTo !== null && place >= chosenFrom && place <= chosenTo;
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
            data-active={place === active || undefined}
            data-chosen={isChosen || undefined}
            aria-colindex={place + 2}
            aria-selected={isChosen}
            aria-readonly={!column.isField || text === null}
            title={text !== null && text.length > 12 ? text.slice(0, MOST_SHOWN) : undefined}
          >
            {text === "" && isGap(node, column.name, text)
              ? t("common.discipline.nobody")
              : text?.slice(0, MOST_SHOWN)}
            {editor && editing?.column === place && (
              <CellEditor
                label={t("table.edit", {
                  column: columnLabel(t, column),
                  title: node.title || t("kind.untitled"),
                })}
                text={editing.text ?? cellText(words, node, column.name) ?? ""}
                isTyped={editing.text !== null}
                choices={cellChoices(words, node, column.name)}
                hasLines={hasLines(node, column.name)}
                count={editedCount}
                isForAll={editing.isForAll}
                leaving={editor.leaving}
                onCommit={editor.commit}
                onCancel={editor.cancel}
              />
            )}
          </Part>
        );
      })}
    </Part>
  );
});

/** Whether somebody is missing who answers for it. */
function isGap(node: MapNode, name: string, text: string | null): boolean {
  return (name === "owner" || name === "managerId") && text === "" && isCounted(node);
}
