import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Id, JourneyMap, Measure } from "#model/journey-map.ts";
import { measureStatuses } from "#model/journey-map.ts";
import { isOverdue } from "#model/overdue.ts";
import { dateText } from "../finding-words.ts";
import { OwnerLetter } from "./OwnerLetter.tsx";
import classes from "./plan.module.css";
import { SortHead } from "./SortHead.tsx";
import { type Sorting, sortRows } from "./sort-rows.ts";

const columns = ["title", "status", "person", "startOn", "dueOn", "budget", "touchpoints"] as const;
type Column = (typeof columns)[number];

interface MeasureTableProps {
  readonly map: JourneyMap;
  readonly today: string;
  readonly chosenId: Id | null;
  onChoose(id: Id): void;
}

/** All measures in rows, sorted by any of the columns. */
export function MeasureTable({ map, today, chosenId, onChoose }: MeasureTableProps) {
  const { t, i18n } = useTranslation();
  const [sorting, setSorting] = useState<Sorting<Column>>({ by: "dueOn", isDescending: false });
  const rows = useMemo(() => {
    const textOf = (measure: Measure): string | null => {
      switch (sorting.by) {
        case "status":
          return String(measureStatuses.indexOf(measure.status));
        case "person":
          return map.people[measure.managerId ?? ""]?.name ?? null;
        case "touchpoints":
          return String(measure.touchpointIds.length);
        default:
          return measure[sorting.by];
      }
    };
    return sortRows(Object.values(map.measures), textOf, sorting.isDescending, i18n.language);
  }, [map, sorting, i18n.language]);
  if (rows.length === 0) return <p className={classes.empty}>{t("plan.noMeasures")}</p>;
  const day = (date: string | null) => (date === null ? "" : dateText(date, i18n.language));
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <SortHead
                key={column}
                column={column}
                name={t(`plan.columns.${column}`)}
                sorting={sorting}
                onSort={setSorting}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((measure) => (
            <tr
              key={measure.id}
              className={classes.row}
              data-chosen={measure.id === chosenId || undefined}
              onClick={() => onChoose(measure.id)}
            >
              <td>
                <button type="button" className={classes.rowName}>
                  {measure.title.trim() || t("kind.untitled")}
                </button>
              </td>
              <td>
                <span className={classes.status} data-status={measure.status}>
                  {t(`plan.status.${measure.status}`)}
                </span>
              </td>
              <td>
                <OwnerLetter owner={measure.owner} />{" "}
                {map.people[measure.managerId ?? ""]?.name ?? (
                  <span className={classes.missing}>{t("plan.nobody")}</span>
                )}
              </td>
              <td className={classes.day}>{day(measure.startOn)}</td>
              <td className={classes.day}>
                {measure.dueOn === null ? (
                  <span className={classes.missing}>{t("plan.noDate")}</span>
                ) : (
                  <>
                    {day(measure.dueOn)}
                    {isOverdue(measure, today) && <span className={classes.late}> {t("plan.overdue")}</span>}
                  </>
                )}
              </td>
              <td>{measure.budget}</td>
              <td className={classes.number}>{measure.touchpointIds.length}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
