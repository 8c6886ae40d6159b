import { useTranslation } from "react-i18next";
import { changeMeasure } from "#model/commands/plan.ts";
import { type Id, type JourneyMap, type Measure, measureStatuses } from "#model/journey-map.ts";
import { isOverdue } from "#model/overdue.ts";
import { dateText } from "../finding-words.ts";
import { sortRows } from "../lists/sort-rows.ts";
import { useEditor } from "../map/open-map.ts";
import { Board } from "./Board.tsx";
import classes from "./plan.module.css";

interface MeasureBoardProps {
  readonly map: JourneyMap;
  readonly today: string;
  readonly chosenId: Id | null;
  onChoose(id: Id): void;
}

/** The measures in columns by status, what is due first at the top. */
export function MeasureBoard({ map, today, ...board }: MeasureBoardProps) {
  const { t, i18n } = useTranslation();
  const editor = useEditor();
  const sorted = sortRows(Object.values(map.measures), ({ dueOn }) => dueOn, false, i18n.language);
  return (
    <Board<Measure>
      map={map}
      columns={measureStatuses.map((status) => ({
        status,
        name: t(`plan.status.${status}`),
        lines: sorted.filter((measure) => measure.status === status),
      }))}
      onMove={(id, moved) => {
        const status = measureStatuses.find((known) => known === moved);
        if (status) editor.dispatch(changeMeasure(editor.store.getState().map, id, { status }));
      }}
      footOf={(measure) =>
        measure.dueOn !== null && (
          <span className={isOverdue(measure, today) ? classes.late : undefined}>
            {dateText(measure.dueOn, i18n.language)}
            {isOverdue(measure, today) && ` ${t("plan.overdue")}`}
          </span>
        )
      }
      {...board}
    />
  );
}
