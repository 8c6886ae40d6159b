import { type DragEvent, type KeyboardEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Id, JourneyMap, Owner } from "#model/journey-map.ts";
import { OwnerLetter } from "../lists/OwnerLetter.tsx";
import classes from "./plan.module.css";

/** A line of the plan as a card. */
interface CardLine {
  readonly id: Id;
  readonly title: string;
  readonly owner: Owner;
  readonly managerId: Id | null;
}

export interface BoardColumn<L> {
  /** What a line gets that is moved into it. */
  readonly status: string;
  readonly name: string;
  /** In their order. */
  readonly lines: readonly L[];
}

interface BoardProps<L> {
  readonly map: JourneyMap;
  readonly columns: readonly BoardColumn<L>[];
  readonly chosenId: Id | null;
  onChoose(id: Id): void;
  onMove(id: Id, status: string): void;
  /** What a card says besides what all say. */
  footOf(line: L): ReactNode;
}

const DRAGGED = "application/x-dreiklang-line";

/** Lines of the plan in columns by status. A card is dragged to another column, or moved there by Alt and an arrow key. */
export function Board<L extends CardLine>({
  map,
  columns,
  chosenId,
  onChoose,
  onMove,
  footOf,
}: BoardProps<L>) {
  const { t } = useTranslation();
  const [over, setOver] = useState<string | null>(null);
  const drop = (event: DragEvent, status: string) => {
    setOver(null);
    const id = event.dataTransfer.getData(DRAGGED);
    if (id === "") return;
    event.preventDefault();
    onMove(id, status);
  };
  const handleKeyDown = (event: KeyboardEvent, id: Id, place: number) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step === undefined ? undefined : columns[place + step];
    if (!event.altKey || next === undefined) return;
    event.preventDefault();
    onMove(id, next.status);
    // The card stands in another column now, as another element.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-line="${CSS.escape(id)}"]`)?.focus(),
    );
  };
  return (
    <div className={classes.board}>
      {columns.map(({ status, name, lines }, place) => (
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
            {name} <span>{lines.length}</span>
          </h3>
          <ul className={classes.cards} aria-label={name}>
            {lines.map((line) => (
              <li key={line.id}>
                <button
                  type="button"
                  className={classes.card}
                  draggable
                  data-line={line.id}
                  data-chosen={line.id === chosenId || undefined}
                  aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
                  onDragStart={(event) => event.dataTransfer.setData(DRAGGED, line.id)}
                  onKeyDown={(event) => handleKeyDown(event, line.id, place)}
                  onClick={() => onChoose(line.id)}
                >
                  <span className={classes.cardTitle}>{line.title.trim() || t("kind.untitled")}</span>
                  <span className={classes.cardFoot}>
                    <OwnerLetter owner={line.owner} />
                    <span className={classes.cardPerson}>
                      {map.people[line.managerId ?? ""]?.name ?? t("plan.nobody")}
                    </span>
                    {footOf(line)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
