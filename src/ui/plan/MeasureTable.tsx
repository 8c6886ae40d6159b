import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Id, JourneyMap, Measure } from "#model/journey-map.ts";
import { measureStatuses } from "#model/journey-map.ts";
import { isOverdue } from "#model/overdue.ts";
import { dateText } from "../finding-words.ts";
import { LinePerson } from "./LinePerson.tsx";
import { type LineColumn, LineTable } from "./LineTable.tsx";
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
    const label = (name: "title" | "status" | "person" | "startOn" | "dueOn" | "budget" | "touchpoints") => ({
      name,
      label: t(`plan.columns.${name}`),
    });
    return [
      { ...label("title"), textOf: ({ title }) => title },
      {
        ...label("status"),
        textOf: ({ status }) => String(measureStatuses.indexOf(status)),
        show: ({ status }) => (
          <span className={classes.status} data-status={status}>
            {t(`plan.status.${status}`)}
          </span>
        ),
      },
      {
        ...label("person"),
        textOf: ({ managerId }) => map.people[managerId ?? ""]?.name ?? null,
        show: (measure) => <LinePerson map={map} line={measure} />,
      },
      {
        ...label("startOn"),
        textOf: ({ startOn }) => startOn,
        show: ({ startOn }) => day(startOn),
        className: classes.day,
      },
      {
        ...label("dueOn"),
        textOf: ({ dueOn }) => dueOn,
        show: (measure) =>
          measure.dueOn === null ? (
            <span className={classes.missing}>{t("plan.noDate")}</span>
          ) : (
            <>
              {day(measure.dueOn)}
              {isOverdue(measure, today) && <span className={classes.late}> {t("plan.overdue")}</span>}
            </>
          ),
        className: classes.day,
      },
      { ...label("budget"), textOf: ({ budget }) => budget },
      {
        ...label("touchpoints"),
        textOf: ({ touchpointIds }) => String(touchpointIds.length),
        className: classes.number,
      },
    ];
  }, [map, today, t, i18n.language]);
  const lines = useMemo(() => Object.values(map.measures), [map.measures]);
  return (
    <LineTable
      lines={lines}
      columns={columns}
      sortedBy="dueOn"
      nothing={t("plan.noMeasures")}
      chosenId={chosenId}
      onChoose={onChoose}
    />
  );
}
