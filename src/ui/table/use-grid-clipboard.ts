import { type RefObject, useEffect, useRef } from "react";
import { rowsOfTsv, tsvOf } from "#exchange/csv/tsv.ts";
import { useText } from "#i18n/i18n.ts";
import { useServices } from "../services.ts";
import { useRunner } from "../shell/runner.ts";
import { type CellRange, cellCount } from "./grid-selection.ts";
import { pasteInto } from "./table-edits.ts";
import { columnText } from "./table-rows.ts";
import type { GridControl } from "./use-grid.ts";
import type { Table } from "./use-table.ts";

export interface GridClipboard {
  copy(): void;
  cut(): void;
  paste(): void;
}

/** Copy, cut and paste of cells: by the browser's own events, and for a menu as far as the browser lets it. */
export function useGridClipboard(
  ref: RefObject<HTMLElement | null>,
  table: Table,
  grid: GridControl,
): GridClipboard {
  const t = useText();
  const { newId } = useServices();
  const { announce } = useRunner().context;

  function take(isCut: boolean): void {
    if (isCut) grid.clear();
    else announce(t("table.copied", { count: cellCount(grid.range) }));
  }

  function put(text: string): void {
    const { words, rows, columns } = table;
    // A picture has no text.
    if (text === "") announce(t("table.nothingToPaste"));
    else grid.apply(pasteInto({ words, rows, columns, newId }, grid.range, rowsOfTsv(text)));
  }

  function handle(event: ClipboardEvent): void {
    const { clipboardData: data } = event;
    if (document.activeElement !== ref.current || !data || table.rows.length === 0) return;
    if (event.type === "paste") put(data.getData("text/plain"));
    else {
      data.setData("text/plain", tsvOf(textsIn(table, grid.range)));
      take(event.type === "cut");
    }
    event.preventDefault();
  }

  async function takeByMenu(isCut: boolean): Promise<void> {
    const isTaken = await navigator.clipboard?.writeText(tsvOf(textsIn(table, grid.range))).then(
      () => true,
      () => false,
    );
    if (isTaken) take(isCut);
    else announce(t("table.copyByKey"));
  }

  async function pasteByMenu(): Promise<void> {
    const text = await navigator.clipboard?.readText?.().catch(() => undefined);
    if (text === undefined) announce(t("canvas.pasteByKey"));
    else put(text);
  }

  const latest = useRef(handle);
  latest.current = handle;
  useEffect(() => {
    const handleLatest = (event: ClipboardEvent) => latest.current(event);
    const types = ["copy", "cut", "paste"] as const;
    for (const type of types) document.addEventListener(type, handleLatest);
    return () => {
      for (const type of types) document.removeEventListener(type, handleLatest);
    };
  }, []);

  return {
    copy: () => void takeByMenu(false),
    cut: () => void takeByMenu(true),
    paste: () => void pasteByMenu(),
  };
}

function textsIn({ words, rows, columns }: Table, range: CellRange): readonly (readonly string[])[] {
  return rows
    .slice(range.top, range.bottom + 1)
    .map((node) =>
      columns.slice(range.left, range.right + 1).map(({ name }) => columnText(words, node, name) ?? ""),
    );
}
