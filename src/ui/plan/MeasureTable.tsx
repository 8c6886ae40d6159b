import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Id, JourneyMap, Measure } from "#model/journey-map.ts";
import { measureStatuses } from "#model/journey-map.ts";
import { isOverdue } from "#model/overdue.ts";
import { dateText } from "../finding-words.ts";
import list from "../lists/list-table.module.css";
import { budgetText } from "./budget-text.ts";
import { type LineColumn, LineTable } from "./LineTable.tsx";
import { personColumn, titleColumn, touchpointsColumn } from "./line-columns.tsx";
import classes from "./plan.module.css";

interface MeasureTableProps {
  readonly map: JourneyMap;
  readonly today: string;
  readonly chosenId: Id | null;
  onChoose(id: Id): void;
}

/** All measures in rows, what is due first at the top. */
export function MeasureTable({ map, today, chosenId, onChoose }: MeasureTableProps) {
  const { t, i18n } = useTranslation();
  const columns = useMemo((): readonly LineColumn<Measure>[] => {
    const day = (date: string | null) => (date === null ? "" : dateText(date, i18n.language));
    return [
      titleColumn,
      {
        name: "status",
        textOf: ({ status }) => String(measureStatuses.indexOf(status)),
        show: ({ status }) => (
          <span className={`${list.pill} ${classes.status}`} data-status={status}>
            {t(`plan.status.${status}`)}
          </span>
        ),
      },
      personColumn(map),
      {
        name: "startOn",
        textOf: ({ startOn }) => startOn,
        show: ({ startOn }) => day(startOn),
        className: list.unbroken,
      },
      {
        name: "dueOn",
        textOf: ({ dueOn }) => dueOn,
        show: (measure) =>
          measure.dueOn === null ? (
            <span className={classes.missing}>{t("plan.noDate")}</span>
          ) : (
            <>
              {day(measure.dueOn)}
              {isOverdue(measure, today) && <div className={classes.late}>{t("plan.overdue")}</div>}
            </>
          ),
        className: list.unbroken,
      },
      { name: "budget", textOf: ({ budget }) => budget, show: ({ budget }) => budgetText(budget) },
      {
        name: "desiredResult",
        textOf: ({ desiredResult }) => desiredResult,
        show: ({ desiredResult }) => (
          <div className={classes.longText} title={desiredResult}>
            {desiredResult}
          </div>
        ),
      },
      touchpointsColumn,
    ];
  }, [map, today, t, i18n.language]);
  const lines = useMemo(() => Object.values(map.measures), [map.measures]);
  return (
    <LineTable
      name="measures"
      lines={lines}
      columns={columns}
      sortedBy="dueOn"
      nothing={t("plan.noMeasures")}
      chosenId={chosenId}
      onChoose={onChoose}
    />
  );
}
