import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp } from "lucide-react";
import { type ComponentProps, type CSSProperties, useEffect, useId, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import { useText } from "#i18n/i18n.ts";
import type { MapNode } from "#model/journey-map.ts";
import { isCounted } from "#model/queries.ts";
import { useServices } from "../services.ts";
import { CellEditor } from "./CellEditor.tsx";
import { cellChoices, cellText, hasLines } from "./cell-kinds.ts";
import { type Column, FINDINGS, KIND } from "./columns.ts";
import { type CellRange, cellCount, isWithin } from "./grid-selection.ts";
import { HeadMenu } from "./HeadMenu.tsx";
import classes from "./table.module.css";
import { columnText } from "./table-rows.ts";
import type { GridControl } from "./use-grid.ts";
import { useGridClipboard } from "./use-grid-clipboard.ts";
import type { Table } from "./use-table.ts";

/** Rem. */
const ROW_HEIGHT = 2.25;
const HEAD_HEIGHT = 2.5;
const NUMBER_WIDTH = 3.5;
/** Letters of a cell that one may see of a text that has no end. */
const MOST_SHOWN = 400;
/** Rows that are there beyond the edge of the screen. */
const OVERSCAN = 8;

interface GridProps {
  readonly table: Table;
  readonly grid: GridControl;
}

/** All rows as a spreadsheet; only those in sight are on the page. */
export function Grid({ table, grid }: GridProps) {
  const t = useText();
  const id = useId();
  const { columns, rows } = table;
  const { selection, range, editing } = grid;
  const scroll = useRef<HTMLDivElement>(null);
  const rem = useRem();
  const [menu, setMenu] = useState<string | null>(null);
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
  useGridClipboard(scroll, table, grid);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the size of the type changes all heights.
  useEffect(() => virtualizer.measure(), [rem]);

  const { row, column } = selection.corner;
  useEffect(() => {
    if (rows.length === 0) return;
    virtualizer.scrollToIndex(row, { align: "auto" });
    if (scroll.current) bringColumnIntoView(scroll.current, columns, column, rem);
  }, [row, column, rows.length, columns, virtualizer, rem]);

  grid.page.current = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 600) / (ROW_HEIGHT * rem)) - 2);
  const width = NUMBER_WIDTH + columns.reduce((sum, { width: each }) => sum + each, 0);
  const style = {
    "--columns": [NUMBER_WIDTH, ...columns.map((each) => each.width)].map((each) => `${each}rem`).join(" "),
    "--width": `${width}rem`,
  } as CSSProperties;

  // The row one stands on is always there: a screen reader follows it.
  const items = virtualizer.getVirtualItems();
  const active = rows[selection.active.row];
  const shown = items.map(({ index, start }) => ({ index, start: start - HEAD_HEIGHT * rem }));
  if (active && !shown.some(({ index }) => index === selection.active.row))
    shown.push({ index: selection.active.row, start: selection.active.row * ROW_HEIGHT * rem });

  return (
    <Part
      ref={scroll}
      className={classes.grid}
      style={style}
      role="grid"
      tabIndex={0}
      aria-label={t("table.grid")}
      aria-describedby={`${id}-help`}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={active ? cellId(id, active, columns[selection.active.column]) : undefined}
      onKeyDown={(event) =>
        grid.handleKeyDown(event, () => setMenu(columns[selection.active.column]?.name ?? null))
      }
    >
      <p id={`${id}-help`} hidden>
        {t("table.help")}
      </p>
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
                if (!isOpen) scroll.current?.focus({ preventScroll: true });
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
              <Row
                key={node.id}
                gridId={id}
                table={table}
                grid={grid}
                node={node}
                index={index}
                top={start}
                range={range}
                isEdited={editing?.row === index && editing.nodeId === node.id}
              />
            )
          );
        })}
      </Part>
    </Part>
  );
}

type PartProps = ComponentProps<"div"> & {
  readonly role: "grid" | "rowgroup" | "row" | "columnheader" | "rowheader" | "gridcell";
};

/**
 * A part of the grid. A table of the browser wants all of its rows to be there; and the keyboard is with the grid, which
 * tells where it stands, and not with one of its cells.
 */
function Part(props: PartProps) {
  return <div {...props} />;
}

const cellId = (gridId: string, node: MapNode, column: Column | undefined) =>
  `${gridId}-${node.id}-${column?.name ?? ""}`;

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

export function columnLabel(t: ReturnType<typeof useText>, { name }: Column): string {
  if (name === KIND) return t("table.kind");
  return name === FINDINGS ? t("table.findings") : t(`field.${name}`);
}

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

function Row({ gridId, table, grid, node, index, top, range, isEdited }: RowProps) {
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
                count={cellCount(editing.range)}
                isForAll={editing.isForAll}
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

/** The size of the type, screen pixels: it follows the theme. */
function useRem(): number {
  const theme = useStore(useServices().settings, (settings) => settings.theme);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the style sheet makes it of the theme.
  return useMemo(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16, [theme]);
}
