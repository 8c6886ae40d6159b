import { Button, Chip, Menu, TextInput, VisuallyHidden } from "@mantine/core";
import { Columns3, MapPin, Search } from "lucide-react";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Id } from "#model/journey-map.ts";
import { bulkColumns } from "./bulk-columns.ts";
import { ChangeButton } from "./ChangeButton.tsx";
import { ColumnList } from "./ColumnList.tsx";
import { FilterChips } from "./FilterChips.tsx";
import { Grid } from "./Grid.tsx";
import classes from "./table.module.css";
import { noFilter, quickFilterNames } from "./table-rows.ts";
import { useGrid } from "./use-grid.ts";
import { type Table, useTable } from "./use-table.ts";

interface TablePageProps {
  /** Selects nodes and shows them on the canvas. */
  onShowNodes(nodeIds: readonly Id[]): void;
}

/** All nodes of a map as a spreadsheet. */
export function TablePage(props: TablePageProps) {
  // What is filtered by is the text of cells, in the language in which they were read.
  return <Page key={useTranslation().i18n.language} {...props} />;
}

function Page({ onShowNodes }: TablePageProps) {
  const { t } = useTranslation();
  const table = useTable();
  const place = useRef<HTMLDivElement>(null);
  const gridElement = () => place.current?.querySelector<HTMLElement>("[role=grid]") ?? null;
  const grid = useGrid(table, gridElement);
  const focusGrid = () => gridElement()?.focus({ preventScroll: true });
  const { rows, columns, count, filter, setFilter } = table;
  const { top, bottom, left, right } = grid.range;
  const bulk = useMemo(
    () => bulkColumns(rows, columns, { top, bottom, left, right }),
    [rows, columns, top, bottom, left, right],
  );
  const showSelected = () => onShowNodes(rows.slice(top, bottom + 1).map(({ id }) => id));
  const isFiltered = filter.search !== "" || filter.quick.length > 0 || Object.keys(filter.values).length > 0;
  return (
    <section className={classes.page} aria-label={t("table.title")}>
      <div className={classes.bar}>
        <TextInput
          size="sm"
          type="search"
          aria-label={t("table.search")}
          placeholder={t("table.search")}
          leftSection={<Search size="1rem" aria-hidden />}
          value={filter.search}
          onChange={(event) => setFilter({ ...filter, search: event.currentTarget.value })}
        />
        <QuickFilters table={table} />
        <FilterChips table={table} onTaken={focusGrid} />
        {isFiltered && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              setFilter(noFilter);
              focusGrid();
            }}
          >
            {t("table.clearFilters")}
          </Button>
        )}
        <p className={classes.count} role="status">
          {t("table.shown", { shown: rows.length, count })}
        </p>
        <div className={classes.end}>
          <ChangeButton columns={bulk} grid={grid} />
          <Button
            size="sm"
            variant="default"
            disabled={rows.length === 0}
            leftSection={<MapPin size="1rem" aria-hidden />}
            onClick={showSelected}
          >
            {t("table.showOnMap")}
          </Button>
          <Menu position="bottom-end" closeOnItemClick={false} portalProps={{ target: "main" }}>
            <Menu.Target>
              <Button size="sm" variant="default" leftSection={<Columns3 size="1rem" aria-hidden />}>
                {t("table.columns")}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <ColumnList table={table} />
            </Menu.Dropdown>
          </Menu>
        </div>
      </div>
      <div ref={place} className={classes.place}>
        {count === 0 ? (
          <p className={classes.nothing}>{t("table.emptyMap")}</p>
        ) : (
          <>
            <Grid table={table} grid={grid} bulk={bulk} onShow={showSelected} />
            {rows.length === 0 && <p className={classes.nothing}>{t("table.nothing")}</p>}
          </>
        )}
      </div>
    </section>
  );
}

/** The filters that one needs all the time, each with one click. */
function QuickFilters({ table }: { readonly table: Table }) {
  const { t } = useTranslation();
  const { filter, setFilter } = table;
  return (
    <fieldset className={classes.quick}>
      <VisuallyHidden component="legend">{t("table.quickFilters")}</VisuallyHidden>
      {quickFilterNames.map((name) => {
        const isOn = filter.quick.includes(name);
        const others = filter.quick.filter((other) => other !== name);
        return (
          <Chip
            key={name}
            size="sm"
            checked={isOn}
            onChange={() => setFilter({ ...filter, quick: isOn ? others : [...others, name] })}
          >
            {t(`table.filters.${name}`)}
          </Chip>
        );
      })}
    </fieldset>
  );
}
