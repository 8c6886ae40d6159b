import { Button } from "@mantine/core";
import { Merge } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { defaultAuditSettings } from "#model/audit-settings.ts";
import { overloadOf, type PortfolioPerson } from "#model/portfolio/people.ts";
import list from "../lists/list-table.module.css";
import { OwnerLetter, OwnerMark } from "../lists/OwnerLetter.tsx";
import { SortHeads } from "../lists/SortHeads.tsx";
import { type Sorting, sortRows } from "../lists/sort-rows.ts";
import { useWayBack } from "../shell/use-way-back.ts";
import type { PartProps } from "./part-props.ts";
import classes from "./portfolio.module.css";
import { hasNobody, pendingByPerson, pendingOfNobody } from "./portfolio-tables.ts";
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
  const isNobodyShown = hasNobody(data);
  const most = Math.max(1, data.ofNobody.touchpoints, ...data.people.map(({ touchpoints }) => touchpoints));
  if (rows.length === 0 && !isNobodyShown) return <p className={classes.empty}>{t("portfolio.noPeople")}</p>;
  return (
    <div className={classes.scroll}>
      <p className={classes.soft}>
        {t("portfolio.peopleHint", {
          touchpoints: defaultAuditSettings.mostTouchpoints,
          moments: defaultAuditSettings.mostMoments,
        })}
      </p>
      <table className={`${list.table} ${classes.table}`}>
        <thead>
          <tr>
            <SortHeads
              columns={columns}
              sorting={sorting}
              nameOf={(column) => t(`portfolio.columns.${column}`)}
              onSort={setSorting}
            />
            <th scope="col" className={classes.plainHead}>
              {t("people.actions")}
            </th>
          </tr>
        </thead>
        <tbody>
          {isNobodyShown && (
            // Whatever the list is sorted by: it is what there is to do here.
            <tr>
              <th scope="row">
                <OwnerMark owner={null} /> {t("common.discipline.nobody")}
              </th>
              <td className={classes.number}>{data.ofNobody.maps}</td>
              <td>
                <LoadBar touchpoints={data.ofNobody.touchpoints} most={most} isTooMuch={false} />
              </td>
              <td className={classes.number}>{data.ofNobody.moments}</td>
              <td className={classes.number}>{pendingOfNobody(data.measures)}</td>
              <td>
                {data.ofNobody.touchpoints > 0 && (
                  <Link href="/portfolio/rules" className={classes.link ?? ""}>
                    {t("rule.no-manager.name")}
                  </Link>
                )}
              </td>
            </tr>
          )}
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
                <LoadBar
                  touchpoints={person.touchpoints}
                  most={most}
                  isTooMuch={overloadOf(person).touchpoints}
                />
              </td>
              <td className={classes.number}>
                {person.moments}{" "}
                {overloadOf(person).moments && (
                  <span className={classes.late}>{t("portfolio.overloaded")}</span>
                )}
              </td>
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

interface LoadBarProps {
  readonly touchpoints: number;
  /** The longest bar stands for so many. */
  readonly most: number;
  readonly isTooMuch: boolean;
}

function LoadBar({ touchpoints, most, isTooMuch }: LoadBarProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.load}>
      <span className={classes.number}>{touchpoints}</span>
      <span className={classes.track} aria-hidden>
        <span
          className={classes.fill}
          data-much={isTooMuch || undefined}
          style={{ inlineSize: `${(100 * touchpoints) / most}%` }}
        />
      </span>
      {isTooMuch && <span className={classes.late}>{t("portfolio.overloaded")}</span>}
    </div>
  );
}
