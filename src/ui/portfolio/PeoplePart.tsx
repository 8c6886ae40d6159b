import { Button } from "@mantine/core";
import { Merge } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isOverloaded, type PortfolioPerson } from "#model/portfolio/people.ts";
import list from "../lists/list-table.module.css";
import { OwnerLetter } from "../lists/OwnerLetter.tsx";
import { SortHead } from "../lists/SortHead.tsx";
import { type Sorting, sortRows } from "../lists/sort-rows.ts";
import { useWayBack } from "../shell/use-way-back.ts";
import type { PartProps } from "./part-props.ts";
import classes from "./portfolio.module.css";
import { pendingByPerson } from "./portfolio-tables.ts";
import { SamePersonDialog } from "./SamePersonDialog.tsx";
import { useFirstRows } from "./use-first-rows.tsx";

const columns = ["person", "maps", "touchpoints", "moments", "pending"] as const;
type Column = (typeof columns)[number];

/** Everybody with what they answer for over all maps. */
export function PeoplePart({ data, isChanging, onChange }: PartProps) {
  const { t, i18n } = useTranslation();
  const [sorting, setSorting] = useState<Sorting<Column>>({ by: "touchpoints", isDescending: true });
  const way = useWayBack();
  const [asked, setAsked] = useState<PortfolioPerson | null>(null);
  const pending = pendingByPerson(data.measures);
  const amountOf = (person: PortfolioPerson, column: Exclude<Column, "person">) =>
    column === "pending" ? (pending.get(person.key) ?? 0) : person[column];
  const textOf = (person: PortfolioPerson) =>
    sorting.by === "person" ? person.name : String(amountOf(person, sorting.by));
  const rows = data.people.map((person) => ({ id: person.key, person }));
  const sorted = sortRows(rows, ({ person }) => textOf(person), sorting.isDescending, i18n.language);
  const { shown, more } = useFirstRows(sorted);
  const most = Math.max(1, ...data.people.map(({ touchpoints }) => touchpoints));
  if (rows.length === 0) return <p className={classes.empty}>{t("portfolio.noPeople")}</p>;
  return (
    <div className={classes.scroll}>
      <p className={classes.soft}>{t("portfolio.peopleHint")}</p>
      <table className={`${list.table} ${classes.table}`}>
        <thead>
          <tr>
            {columns.map((column) => (
              <SortHead
                key={column}
                column={column}
                name={t(`portfolio.columns.${column}`)}
                sorting={sorting}
                onSort={setSorting}
              />
            ))}
            <th scope="col" className={classes.plainHead}>
              {t("people.actions")}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, person }) => (
            <tr key={id}>
              <th scope="row">
                {person.discipline !== null && <OwnerLetter owner={person.discipline} />}{" "}
                {person.name || t("kind.untitled")}
                {person.email !== "" && <div className={classes.soft}>{person.email}</div>}
                {person.otherNames.length > 0 && (
                  <div className={classes.soft}>
                    {t("portfolio.alsoWritten", { names: person.otherNames.join(", ") })}
                  </div>
                )}
              </th>
              <td className={classes.number}>{person.maps}</td>
              <td>
                <div className={classes.load}>
                  <span className={classes.number}>{person.touchpoints}</span>
                  <span className={classes.track} aria-hidden>
                    <span
                      className={classes.fill}
                      data-much={isOverloaded(person) || undefined}
                      style={{ inlineSize: `${(100 * person.touchpoints) / most}%` }}
                    />
                  </span>
                  {isOverloaded(person) && <span className={classes.late}>{t("portfolio.overloaded")}</span>}
                </div>
              </td>
              <td className={classes.number}>{person.moments}</td>
              <td className={classes.number}>{pending.get(person.key) ?? 0}</td>
              <td>
                <Button
                  variant="default"
                  size="compact-sm"
                  disabled={isChanging || data.people.length < 2}
                  leftSection={<Merge size="1rem" aria-hidden />}
                  aria-label={t("portfolio.samePersonAs", { name: person.name })}
                  onClick={(event) => {
                    way.leaveFrom(event.currentTarget);
                    setAsked(person);
                  }}
                >
                  {t("portfolio.samePerson")}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
      {asked && (
        <SamePersonDialog
          person={asked}
          people={data.people}
          onChange={onChange}
          onClose={() => {
            setAsked(null);
            way.goBack();
          }}
        />
      )}
    </div>
  );
}
