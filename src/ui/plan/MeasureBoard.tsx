import { type DragEvent, type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { changeMeasure } from "#model/commands/plan.ts";
import { type Id, type JourneyMap, type Measure, measureStatuses } from "#model/journey-map.ts";
import { isOverdue } from "#model/overdue.ts";
import { dateText } from "../finding-words.ts";
import { useEditor } from "../map/open-map.ts";
import { OwnerLetter } from "./OwnerLetter.tsx";
import classes from "./plan.module.css";
import { sortRows } from "./sort-rows.ts";

interface MeasureBoardProps {
  readonly map: JourneyMap;
  readonly today: string;
  readonly chosenId: Id | null;
  onChoose(id: Id): void;
}

const DRAGGED = "application/x-dreiklang-measure";

/** The measures in columns by status. A card is dragged to another column, or moved there by Alt and an arrow key. */
export function MeasureBoard({ map, today, chosenId, onChoose }: MeasureBoardProps) {
  const { t, i18n } = useTranslation();
  const editor = useEditor();
  const [over, setOver] = useState<Measure["status"] | null>(null);
  const sorted = sortRows(Object.values(map.measures), ({ dueOn }) => dueOn, false, i18n.language);
  const setStatus = (id: Id, status: Measure["status"]) => {
    const now = editor.store.getState().map;
    editor.dispatch(changeMeasure(now, id, { status }));
  };
  const drop = (event: DragEvent, status: Measure["status"]) => {
    setOver(null);
    const id = event.dataTransfer.getData(DRAGGED);
    if (id === "") return;
    event.preventDefault();
    setStatus(id, status);
  };
  const handleKeyDown = (event: KeyboardEvent, { id, status }: Measure) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step === undefined ? undefined : measureStatuses[measureStatuses.indexOf(status) + step];
    if (!event.altKey || next === undefined) return;
    event.preventDefault();
    setStatus(id, next);
    // The card stands in another column now, as another element.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-measure="${CSS.escape(id)}"]`)?.focus(),
    );
  };
  return (
    <div className={classes.board}>
      {measureStatuses.map((status) => {
        const cards = sorted.filter((measure) => measure.status === status);
        const name = t(`plan.status.${status}`);
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: for dragging alone; the keyboard has Alt and the arrow keys.
          <div
            key={status}
            className={classes.lane}
            data-over={over === status || undefined}
            onDragOver={(event) => {
              if (!event.dataTransfer.types.includes(DRAGGED)) return;
              event.preventDefault();
              setOver(status);
            }}
            onDragLeave={() => setOver(null)}
            onDrop={(event) => drop(event, status)}
          >
            <h3 className={classes.laneName}>
              {name} <span>{cards.length}</span>
            </h3>
            <ul className={classes.cards} aria-label={name}>
              {cards.map((measure) => (
                <li key={measure.id}>
                  <button
                    type="button"
                    className={classes.card}
                    draggable
                    data-measure={measure.id}
                    data-chosen={measure.id === chosenId || undefined}
                    aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
                    onDragStart={(event) => event.dataTransfer.setData(DRAGGED, measure.id)}
                    onKeyDown={(event) => handleKeyDown(event, measure)}
                    onClick={() => onChoose(measure.id)}
                  >
                    <span className={classes.cardTitle}>{measure.title.trim() || t("kind.untitled")}</span>
                    <span className={classes.cardFoot}>
                      <OwnerLetter owner={measure.owner} />
                      <span className={classes.cardPerson}>
                        {map.people[measure.managerId ?? ""]?.name ?? t("plan.nobody")}
                      </span>
                      {measure.dueOn !== null && (
                        <span className={isOverdue(measure, today) ? classes.late : undefined}>
                          {dateText(measure.dueOn, i18n.language)}
                          {isOverdue(measure, today) && ` ${t("plan.overdue")}`}
                        </span>
                      )}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}
