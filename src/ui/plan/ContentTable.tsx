import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ContentPiece, Id, JourneyMap } from "#model/journey-map.ts";
import { OwnerLetter } from "./OwnerLetter.tsx";
import classes from "./plan.module.css";
import { SortHead } from "./SortHead.tsx";
import { type Sorting, sortRows } from "./sort-rows.ts";

const columns = [
  "title",
  "format",
  "personas",
  "trigger",
  "automated",
  "person",
  "state",
  "touchpoints",
] as const;
type Column = (typeof columns)[number];

interface ContentTableProps {
  readonly map: JourneyMap;
  readonly chosenId: Id | null;
  onChoose(id: Id): void;
}

/** All content pieces in rows, sorted by any of the columns. */
export function ContentTable({ map, chosenId, onChoose }: ContentTableProps) {
  const { t, i18n } = useTranslation();
  const [sorting, setSorting] = useState<Sorting<Column>>({ by: "title", isDescending: false });
  const rows = useMemo(() => {
    const textOf = (content: ContentPiece): string | null => {
      switch (sorting.by) {
        case "personas":
          return namesOf(map, content.personaIds);
        case "person":
          return map.people[content.managerId ?? ""]?.name ?? null;
        case "automated":
          return content.automated ? "0" : "1";
        case "state":
          return content.status;
        case "touchpoints":
          return String(content.touchpointIds.length);
        default:
          return content[sorting.by];
      }
    };
    return sortRows(Object.values(map.contents), textOf, sorting.isDescending, i18n.language);
  }, [map, sorting, i18n.language]);
  if (rows.length === 0) return <p className={classes.empty}>{t("plan.noContents")}</p>;
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
          {rows.map((content) => (
            <tr
              key={content.id}
              className={classes.row}
              data-chosen={content.id === chosenId || undefined}
              onClick={() => onChoose(content.id)}
            >
              <td>
                <button type="button" className={classes.rowName}>
                  {content.title.trim() || t("kind.untitled")}
                </button>
              </td>
              <td>{content.format}</td>
              <td>{namesOf(map, content.personaIds)}</td>
              <td>{content.trigger}</td>
              <td>{content.automated ? t("plan.automatically") : t("plan.byHand")}</td>
              <td>
                <OwnerLetter owner={content.owner} />{" "}
                {map.people[content.managerId ?? ""]?.name ?? (
                  <span className={classes.missing}>{t("plan.nobody")}</span>
                )}
              </td>
              <td>{content.status}</td>
              <td className={classes.number}>{content.touchpointIds.length}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function namesOf(map: JourneyMap, ids: readonly Id[]): string {
  return ids.map((id) => map.nodes[id]?.title ?? "").join(", ");
}
