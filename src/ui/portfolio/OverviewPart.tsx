import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { MapFigures } from "#model/portfolio/figures.ts";
import { findingCount } from "#model/portfolio/portfolio.ts";
import { dateText } from "../finding-words.ts";
import { CoverageBar } from "../library/CoverageBar.tsx";
import { coverageShare } from "../library/listed-maps.ts";
import list from "../lists/list-table.module.css";
import { SortHeads } from "../lists/SortHeads.tsx";
import { type Sorting, sortRows } from "../lists/sort-rows.ts";
import { localDate } from "../today.ts";
import type { PartProps } from "./part-props.ts";
import classes from "./portfolio.module.css";
import { useFirstRows } from "./use-first-rows.tsx";

const columns = ["map", "withOwner", "withManager", "findings", "reviewOn", "changed"] as const;
type Column = (typeof columns)[number];

/** All maps with what is known of each. */
export function OverviewPart({ data, today }: PartProps) {
  const { t, i18n } = useTranslation();
  const [sorting, setSorting] = useState<Sorting<Column>>({ by: "map", isDescending: false });
  const textOf = (map: MapFigures): string | null => {
    switch (sorting.by) {
      case "map":
        return data.titleOf(map.mapId);
      case "withOwner": {
        const share = coverageShare(map);
        return share === null ? null : String(Math.round(share * 1000));
      }
      case "withManager":
        return map.counted === 0 ? null : String(Math.round((1000 * map.withManager) / map.counted));
      case "findings":
        return String(findingCount(map, today));
      case "reviewOn":
        return map.reviewOn;
      case "changed":
        return map.updatedAt;
    }
  };
  const rows = data.maps.map((map) => ({ id: map.mapId, map }));
  const sorted = sortRows(rows, ({ map }) => textOf(map), sorting.isDescending, i18n.language);
  const { shown, more } = useFirstRows(sorted);
  const day = (date: string) => dateText(date, i18n.language);
  return (
    <div className={classes.scroll}>
      <p className={classes.soft}>{t("portfolio.overviewHint")}</p>
      <table className={`${list.table} ${classes.table}`}>
        <thead>
          <tr>
            <SortHeads
              columns={columns}
              sorting={sorting}
              nameOf={(column) => t(`portfolio.columns.${column}`)}
              onSort={setSorting}
            />
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, map }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={`/map/${encodeURIComponent(id)}`} className={classes.link ?? ""}>
                  {data.titleOf(id)}
                </Link>
              </th>
              <td className={classes.coverage}>
                <CoverageBar map={map} isShort />
              </td>
              <td className={list.unbroken}>
                {t("portfolio.ofAll", { count: map.withManager, total: map.counted })}
              </td>
              <td className={list.unbroken}>
                <Link href={`/map/${encodeURIComponent(id)}/audit`} className={classes.link ?? ""}>
                  {t("things.finding", { count: findingCount(map, today) })}
                </Link>
              </td>
              <td className={list.unbroken}>
                {map.reviewOn !== null && (
                  <span className={map.reviewOn < today ? classes.late : undefined}>
                    {day(map.reviewOn)}
                    {map.reviewOn < today && ` ${t("plan.overdue")}`}
                  </span>
                )}
              </td>
              <td className={list.unbroken}>{day(localDate(map.updatedAt))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </div>
  );
}
