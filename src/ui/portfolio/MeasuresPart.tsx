import { Group, SegmentedControl, Switch } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { isOverdue, isPending } from "#model/overdue.ts";
import { measuresByPerson, type PortfolioMeasure } from "#model/portfolio/portfolio.ts";
import { dateText } from "../finding-words.ts";
import list from "../lists/list-table.module.css";
import { OwnerLetter } from "../lists/OwnerLetter.tsx";
import type { PartProps } from "./part-props.ts";
import classes from "./portfolio.module.css";
import type { PortfolioData } from "./portfolio-data.ts";
import { measureKey } from "./portfolio-tables.ts";
import { useFirstRows } from "./use-first-rows.tsx";

const orders = ["person", "date"] as const;
type Order = (typeof orders)[number];

/** What is planned in all maps, by whom and until when. */
export function MeasuresPart({ data, today }: PartProps) {
  const { t } = useTranslation();
  const [order, setOrder] = useState<Order>("person");
  const [isPendingOnly, setIsPendingOnly] = useState(true);
  const measures = isPendingOnly ? data.measures.filter(isPending) : data.measures;
  const groups =
    order === "date"
      ? [{ key: "all", name: null, measures }]
      : measuresByPerson(measures, data.people).map(({ person, measures: some }) => ({
          key: person?.key ?? "",
          name: person ? person.name || t("kind.untitled") : t("common.discipline.nobody"),
          measures: some,
        }));
  return (
    <>
      <Group gap="md">
        <SegmentedControl
          size="sm"
          aria-label={t("portfolio.orderOfMeasures")}
          data={orders.map((value) => ({ value, label: t(`portfolio.orders.${value}`) }))}
          value={order}
          onChange={(value) => setOrder(value as Order)}
        />
        <Switch
          label={t("portfolio.pendingOnly")}
          checked={isPendingOnly}
          onChange={(event) => setIsPendingOnly(event.currentTarget.checked)}
        />
        {data.totals.overdue > 0 && (
          <p className={classes.late}>{t("plan.overdueCount", { count: data.totals.overdue })}</p>
        )}
      </Group>
      {measures.length === 0 && <p className={classes.empty}>{t("portfolio.noMeasures")}</p>}
      {measures.length > 0 && (
        <Groups key={order} groups={groups} data={data} today={today} isByPerson={order === "person"} />
      )}
    </>
  );
}

interface MeasureGroup {
  readonly key: string;
  /** Null: all together. */
  readonly name: string | null;
  readonly measures: readonly PortfolioMeasure[];
}

interface GroupsProps {
  readonly groups: readonly MeasureGroup[];
  readonly data: PortfolioData;
  readonly today: string;
  readonly isByPerson: boolean;
}

function Groups({ groups, ...shared }: GroupsProps) {
  const { shown, more } = useFirstRows(groups, 50);
  return (
    <>
      {shown.map((group) => (
        <MeasureRows key={group.key} group={group} {...shared} />
      ))}
      {more}
    </>
  );
}

interface MeasureRowsProps extends Omit<GroupsProps, "groups"> {
  readonly group: MeasureGroup;
}

function MeasureRows({ group, data, today, isByPerson }: MeasureRowsProps) {
  const { t, i18n } = useTranslation();
  const { shown, more } = useFirstRows(group.measures);
  const day = (date: string | null) => (date === null ? "" : dateText(date, i18n.language));
  const columns = [
    "measure",
    "map",
    ...(isByPerson ? [] : ["person" as const]),
    "status",
    "startOn",
    "dueOn",
  ] as const;
  return (
    <div className={classes.scroll}>
      <table className={`${list.table} ${classes.table}`}>
        {group.name !== null && (
          <caption>
            {group.name}{" "}
            <span className={classes.soft}>{t("things.measure", { count: group.measures.length })}</span>
          </caption>
        )}
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={classes.plainHead}>
                {t(`portfolio.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((measure) => {
            const { id, mapId, title, owner, person, status, startOn, dueOn } = measure;
            const href = `/map/${encodeURIComponent(mapId)}`;
            return (
              <tr key={measureKey(measure)}>
                <th scope="row">
                  <OwnerLetter owner={owner} />{" "}
                  <Link href={`${href}/plan/${encodeURIComponent(id)}`} className={classes.link ?? ""}>
                    {title.trim() || t("kind.untitled")}
                  </Link>
                </th>
                <td>{data.titleOf(mapId)}</td>
                {!isByPerson && (
                  <td>{person?.name ?? <em className={classes.soft}>{t("plan.nobody")}</em>}</td>
                )}
                <td>{t(`plan.status.${status}`)}</td>
                <td className={list.unbroken}>{day(startOn)}</td>
                <td className={list.unbroken}>
                  {dueOn === null ? <em className={classes.soft}>{t("plan.noDate")}</em> : day(dueOn)}
                  {isOverdue(measure, today) && <span className={classes.late}> {t("plan.overdue")}</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {more}
    </div>
  );
}
