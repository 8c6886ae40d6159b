import { type RefObject, useEffect, useRef } from "react";
import { rowsOfTsv, tsvOf } from "#exchange/csv/tsv.ts";
import { useText } from "#i18n/i18n.ts";
import { useServices } from "../services.ts";
import { useRunner } from "../shell/runner.ts";
import { type CellRange, cellCount } from "./grid-selection.ts";
import { fillRange, pasteInto } from "./table-edits.ts";
import { columnText } from "./table-rows.ts";
import type { GridControl } from "./use-grid.ts";
import type { Table } from "./use-table.ts";

/** Copy, cut and paste of cells, by the browser's own events. */
export function useGridClipboard(ref: RefObject<HTMLElement | null>, table: Table, grid: GridControl): void {
  const t = useText();
  const { newId } = useServices();
  const { announce } = useRunner().context;
  const latest = useRef({ table, grid });
  latest.current = { table, grid };
  useEffect(() => {
    const handle = (event: ClipboardEvent) => {
      const { table: present, grid: control } = latest.current;
      if (document.activeElement !== ref.current || !event.clipboardData || present.rows.length === 0) return;
      const { range } = control;
      const edited = { words: present.words, rows: present.rows, columns: present.columns, newId };
      if (event.type === "paste") {
        // A picture has no text, which is something else than a copied cell that is empty.
        const hasText = event.clipboardData.types.includes("text/plain");
        const text = event.clipboardData.getData("text/plain");
        if (hasText && text !== "") control.apply(pasteInto(edited, range, rowsOfTsv(text)));
        else announce(t("table.nothingToPaste"));
      } else {
        event.clipboardData.setData("text/plain", tsvOf(textsIn(present, range)));
        if (event.type === "cut") control.apply(fillRange(edited, range, ""));
        else announce(t("table.copied", { count: cellCount(range) }));
      }
      event.preventDefault();
    };
    const types = ["copy", "cut", "paste"] as const;
    for (const type of types) document.addEventListener(type, handle);
    return () => {
      for (const type of types) document.removeEventListener(type, handle);
    };
  }, [ref, newId, announce, t]);
}

function textsIn({ words, rows, columns }: Table, range: CellRange): readonly (readonly string[])[] {
  return rows
    .slice(range.top, range.bottom + 1)
    .map((node) =>
      columns.slice(range.left, range.right + 1).map(({ name }) => columnText(words, node, name) ?? ""),
    );
}
