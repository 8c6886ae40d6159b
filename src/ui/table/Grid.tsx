import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp } from "lucide-react";
import { type CSSProperties, type MouseEvent, useEffect, useId, useRef, useState } from "react";
import { useText } from "#i18n/i18n.ts";
import { useRem } from "../use-rem.ts";
import { type BulkColumn, bulkColumns } from "./bulk-columns.ts";
import { CellCatcher } from "./CellCatcher.tsx";
import { columnLabel } from "./column-label.ts";
import type { Column } from "./columns.ts";
import { GridMenu, type MenuPoint } from "./GridMenu.tsx";
import { cellId, GridRow } from "./GridRow.tsx";
import type { Place } from "./grid-selection.ts";
import { HeadMenu } from "./HeadMenu.tsx";
import { Part } from "./Part.tsx";
import classes from "./table.module.css";
import type { GridControl } from "./use-grid.ts";
import { useGridClipboard } from "./use-grid-clipboard.ts";
import type { Table } from "./use-table.ts";

/** Rem. */
const ROW_HEIGHT = 2.25;
const HEAD_HEIGHT = 2.5;
const NUMBER_WIDTH = 3.5;
/** Rows that are there beyond the edge of the screen. */
const OVERSCAN = 8;

interface GridProps {
  readonly table: Table;
  readonly grid: GridControl;
  /** The selected columns in which many cells can be changed at once. */
  readonly bulk: readonly BulkColumn[];
  /** Shows the selected rows on the map. */
  onShow(): void;
}

/** All rows as a spreadsheet; only those in sight are on the page. */
export function Grid({ table, grid, bulk, onShow }: GridProps) {
  const t = useText();
  const id = useId();
  const { columns, rows } = table;
  const { selection, range, editing } = grid;
  const scroll = useRef<HTMLDivElement>(null);
  const catcher = useRef<HTMLInputElement>(null);
  const rem = useRem(null);
  const [menu, setMenu] = useState<string | null>(null);
  const [menuPoint, setMenuPoint] = useState<MenuPoint | null>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT * rem,
    overscan: OVERSCAN,
    // The head stands before the rows, and over them.
    scrollMargin: HEAD_HEIGHT * rem,
    scrollPaddingStart: HEAD_HEIGHT * rem,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const clipboard = useGridClipboard(catcher, table, grid);
  const focus = () => catcher.current?.focus({ preventScroll: true });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the size of the type changes all heights.
  useEffect(() => virtualizer.measure(), [rem]);

  const { row, column } = selection.corner;
  useEffect(() => {
    if (rows.length === 0) return;
    virtualizer.scrollToIndex(row, { align: "auto" });
    if (scroll.current) bringColumnIntoView(scroll.current, columns, column, rem);
  }, [row, column, rows.length, columns, virtualizer, rem]);

  const editedRow = editing?.row ?? null;
  const editedColumn = editing?.column ?? null;
  useEffect(() => {
    if (editedRow === null || editedColumn === null) return;
    virtualizer.scrollToIndex(editedRow, { align: "auto" });
    if (scroll.current) bringColumnIntoView(scroll.current, columns, editedColumn, rem);
  }, [editedRow, editedColumn, columns, virtualizer, rem]);

  const openMenu = (event: MouseEvent<HTMLElement>) => {
    const { currentTarget, target, clientX, clientY } = event;
    // By keyboard it opens below the cell one stands on.
    const isByKey = target === catcher.current;
    if (rows.length === 0 || (!isByKey && !grid.choose(target))) return;
    event.preventDefault();
    const cell = currentTarget.querySelector("[data-active]")?.getBoundingClientRect();
    setMenuPoint(isByKey && cell ? { x: cell.left, y: cell.bottom } : { x: clientX, y: clientY });
  };

  grid.page.current = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 600) / (ROW_HEIGHT * rem)) - 2);
  const width = NUMBER_WIDTH + columns.reduce((sum, { width: each }) => sum + each, 0);
  const style = {
    "--columns": [NUMBER_WIDTH, ...columns.map((each) => each.width)].map((each) => `${each}rem`).join(" "),
    "--width": `${width}rem`,
  } as CSSProperties;

  const editedCount = (editing && bulkColumns(rows, columns, editing.range)[0]?.count) ?? 1;
  const isChosen = (index: number) => index >= range.top && index <= range.bottom;

  // The row one stands on is always there: a screen reader follows it. So is the one in which a field is open.
  const items = virtualizer.getVirtualItems();
  const active = rows[selection.active.row];
  const shown = items.map(({ index, start }) => ({ index, start: start - HEAD_HEIGHT * rem }));
  const edited = editing ? rows.findIndex((node) => node.id === editing.nodeId) : -1;
  for (const index of new Set([selection.active.row, edited]))
    if (rows[index] && !shown.some((item) => item.index === index))
      shown.push({ index, start: index * ROW_HEIGHT * rem });

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what has the keyboard is the field in it. */}
      <div ref={scroll} className={classes.grid} style={style} onContextMenu={openMenu}>
        <p id={`${id}-help`} hidden>
          {t("table.help")}
        </p>
        <CellCatcher
          ref={catcher}
          grid={grid}
          style={boxOf(selection.active, columns)}
          aria-label={t("table.grid")}
          aria-describedby={`${id}-help`}
          aria-controls={`${id}-grid`}
          aria-activedescendant={active ? cellId(id, active, columns[selection.active.column]) : undefined}
          onKeyDown={(event) =>
            grid.handleKeyDown(event, () => setMenu(columns[selection.active.column]?.name ?? null))
          }
        />
        <Part
          id={`${id}-grid`}
          role="grid"
          className={classes.cells}
          tabIndex={-1}
          aria-label={t("table.grid")}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 1}
          aria-multiselectable="true"
          onFocus={({ target, currentTarget }) => {
            if (target === currentTarget) focus();
          }}
        >
          <Part role="rowgroup" className={classes.heads}>
            <Part role="row" className={classes.row} aria-rowindex={1}>
              <Part role="columnheader" className={classes.corner} aria-colindex={1}>
                {t("table.number")}
              </Part>
              {columns.map((each, index) => (
                <Head
                  key={each.name}
                  table={table}
                  column={each}
                  index={index}
                  isMenuOpen={menu === each.name}
                  onMenuChange={(isOpen) => {
                    setMenu(isOpen ? each.name : null);
                    if (!isOpen) focus();
                  }}
                />
              ))}
            </Part>
          </Part>
          <Part
            role="rowgroup"
            className={classes.body}
            style={{ height: virtualizer.getTotalSize() }}
            {...grid.pointer}
          >
            {shown.map(({ index, start }) => {
              const node = rows[index];
              return (
                node && (
                  <GridRow
                    key={node.id}
                    gridId={id}
                    words={table.words}
                    columns={columns}
                    node={node}
                    index={index}
                    top={start}
                    active={index === selection.active.row ? selection.active.column : null}
                    chosenFrom={isChosen(index) ? range.left : null}
                    chosenTo={isChosen(index) ? range.right : null}
                    editor={editing?.nodeId === node.id ? grid : null}
                    editedCount={editing?.nodeId === node.id ? editedCount : 1}
                  />
                )
              );
            })}
          </Part>
        </Part>
      </div>
      {menuPoint && (
        <GridMenu
          point={menuPoint}
          grid={grid}
          clipboard={clipboard}
          columns={bulk}
          onShow={onShow}
          onClose={() => {
            setMenuPoint(null);
            focus();
          }}
        />
      )}
    </>
  );
}

/** Where a cell is within all of them. */
function boxOf({ row, column }: Place, columns: readonly Column[]): CSSProperties {
  const before = columns.slice(0, column).reduce((sum, { width }) => sum + width, NUMBER_WIDTH);
  return {
    top: `${HEAD_HEIGHT + row * ROW_HEIGHT}rem`,
    left: `${before}rem`,
    width: `${columns[column]?.width ?? 0}rem`,
  };
}

interface HeadProps {
  readonly table: Table;
  readonly column: Column;
  readonly index: number;
  readonly isMenuOpen: boolean;
  onMenuChange(isOpen: boolean): void;
}

function Head({ table, column, index, isMenuOpen, onMenuChange }: HeadProps) {
  const t = useText();
  const { sorting, setSorting } = table;
  const isSorted = sorting?.by === column.name;
  const isDescending = isSorted && sorting.isDescending;
  const label = columnLabel(t, column);
  const Arrow = isDescending ? ArrowDown : ArrowUp;
  return (
    <Part
      role="columnheader"
      className={classes.head}
      aria-colindex={index + 2}
      aria-sort={isSorted ? (isDescending ? "descending" : "ascending") : "none"}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenuChange(true);
      }}
    >
      <button
        type="button"
        tabIndex={-1}
        className={classes.sort}
        title={label}
        onClick={() =>
          setSorting(isDescending ? null : { by: column.name, isDescending: isSorted && !isDescending })
        }
      >
        <span className={classes.headName}>{label}</span>
        {isSorted && <Arrow size="0.875rem" aria-hidden />}
      </button>
      <HeadMenu table={table} column={column} label={label} isOpen={isMenuOpen} onOpenChange={onMenuChange} />
    </Part>
  );
}

/** The first columns stay where they are: what is brought into view must not lie below them. */
function bringColumnIntoView(
  element: HTMLElement,
  columns: readonly Column[],
  index: number,
  rem: number,
): void {
  const [first] = columns;
  if (index === 0 || !first) {
    element.scrollLeft = 0;
    return;
  }
  const fixed = (NUMBER_WIDTH + first.width) * rem;
  const left = (NUMBER_WIDTH + columns.slice(0, index).reduce((sum, { width }) => sum + width, 0)) * rem;
  const right = left + (columns[index]?.width ?? 0) * rem;
  if (left - element.scrollLeft < fixed) element.scrollLeft = left - fixed;
  else if (right - element.scrollLeft > element.clientWidth) element.scrollLeft = right - element.clientWidth;
}
