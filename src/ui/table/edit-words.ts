import type { TextOf } from "#i18n/i18n.ts";
import { columnLabel } from "./column-label.ts";
import type { RefusedCell, TableEdit } from "./table-edits.ts";

/** Cells and people that are called by their names; a message of all of them would not be read. */
const MOST_NAMED = 3;
/** Characters of a refused text. */
const MOST_OF_TEXT = 40;

/** What came of texts for cells: also who came into the map by them, and which of them stayed as they were and why. */
export function editWords(t: TextOf, { changes, people, refused, outside }: TableEdit): string {
  const done = [
    changes.length > 0 ? t("table.changed", { count: changes.length }) : "",
    people.length > 0
      ? t("table.peopleAdded", {
          count: people.length,
          names: listed(
            t,
            people.map(({ name }) => name),
            ", ",
          ),
        })
      : "",
  ];
  const cells = listed(
    t,
    refused.map((cell) => refusedWords(t, cell)),
    "; ",
  );
  return [
    done.filter(Boolean).join(", "),
    refused.length > 0 ? t("table.refused", { count: refused.length, cells }) : "",
    outside > 0 ? t("table.outside", { count: outside }) : "",
    changes.length + refused.length + outside === 0 ? t("table.unchanged") : "",
  ]
    .filter(Boolean)
    .join(". ");
}

function refusedWords(t: TextOf, { row, column, text, reason, kind }: RefusedCell): string {
  const line = text.trim().replace(/\s+/gu, " ");
  const why = t(`table.refusal.${reason}`, {
    kind: t(`kind.${kind}`),
    text: line.length > MOST_OF_TEXT ? `${line.slice(0, MOST_OF_TEXT).trimEnd()}…` : line,
  });
  return t("table.refusedCell", { row: row + 1, column: columnLabel(t, column), why });
}

function listed(t: TextOf, names: readonly string[], separator: string): string {
  const more = names.length - MOST_NAMED;
  const shown = names.slice(0, MOST_NAMED).join(separator);
  return more > 0 ? `${shown} ${t("table.andMore", { count: more })}` : shown;
}
