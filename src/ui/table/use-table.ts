import { useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { useText } from "#i18n/i18n.ts";
import { auditOf } from "#model/audit/audit.ts";
import type { MapNode } from "#model/journey-map.ts";
import type { Sorting } from "../lists/sort-rows.ts";
import { useJourneyMap } from "../map/open-map.ts";
import { useKeptState } from "../map/use-kept.ts";
import { useServices } from "../services.ts";
import { useToday } from "../today.ts";
import { columnsNamed } from "./columns.ts";
import { noFilter, type RowFilter, shownRows, type TableWords } from "./table-rows.ts";

/** What the table shows: its words, columns and rows, and how they are chosen. */
export function useTable() {
  const t = useText();
  const { language } = useTranslation().i18n;
  const { settings } = useServices();
  const map = useJourneyMap();
  const today = useToday();
  const names = useStore(settings, ({ tableColumns }) => tableColumns);
  const columns = useMemo(() => columnsNamed(names), [names]);
  // What is filtered by is the text of cells: another language has other ones.
  const [filter, setFilter] = useKeptState<RowFilter>(`table.filter.${language}`, noFilter);
  const [sorting, setSorting] = useKeptState<Sorting<string> | null>("table.sorting", null);
  // The audit is for one column: while somebody types it may follow later.
  const audited = useDeferredValue(map);
  const words = useMemo(
    (): TableWords => ({ t, language, map, findings: auditOf(audited, today).findingsByNode }),
    [t, language, map, audited, today],
  );
  const ids = Object.keys(map.nodes).join();
  const search = useDeferredValue(filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row that is changed stays where it is, as in spreadsheets, until one sorts or filters again.
  const shown = useMemo(
    () => shownRows(words, columns, search, sorting),
    [ids, columns, search, sorting, language],
  );
  const rows = useMemo(
    () => shown.map((id) => map.nodes[id]).filter((node): node is MapNode => node !== undefined),
    [shown, map.nodes],
  );
  return {
    words,
    columns,
    rows,
    count: Object.keys(map.nodes).length,
    filter,
    sorting,
    setFilter,
    setSorting,
    setColumns: (next: readonly string[] | null) => settings.setState({ tableColumns: next }),
  };
}

export type Table = ReturnType<typeof useTable>;
