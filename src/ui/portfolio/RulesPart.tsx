import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useText } from "#i18n/i18n.ts";
import { contested } from "#model/portfolio/contested.ts";
import list from "../lists/list-table.module.css";
import { MapLinks } from "./MapLinks.tsx";
import type { PartProps } from "./part-props.ts";
import classes from "./portfolio.module.css";

/** What each rule finds in all maps, and in which of them. */
export function RulesPart({ data }: PartProps) {
  const { t } = useTranslation();
  const text = useText();
  if (data.rules.length === 0) return <p className={classes.empty}>{t("audit.noFindings")}</p>;
  return (
    <ul className={classes.rules}>
      {data.rules.map(({ ruleId, severity, count, maps }) => {
        const counts = new Map(maps.map((found) => [found.mapId, found.count]));
        return (
          <li key={ruleId}>
            <h2 className={classes.ruleName}>
              {text(`rule.${ruleId}.name`)}{" "}
              <span className={`${list.pill} ${classes.severity}`} data-severity={severity}>
                {t(`audit.severity.${severity}`)}
              </span>
            </h2>
            <p>
              <strong>{t("things.finding", { count })}</strong>{" "}
              {t("portfolio.inMaps", { count: maps.length })}
            </p>
            <p className={classes.soft}>{text(`rule.${ruleId}.why`)}</p>
            <p className={classes.soft}>{t("auditPage.notReported", { what: text(`rule.${ruleId}.not`) })}</p>
            {ruleId === contested.id ? (
              <Link href="/portfolio/contested" className={classes.link ?? ""}>
                {text(`rule.${ruleId}.fix`)}
              </Link>
            ) : (
              <MapLinks
                mapIds={maps.map(({ mapId }) => mapId)}
                titleOf={data.titleOf}
                view={`/audit/${ruleId}`}
                countOf={(mapId) => counts.get(mapId) ?? 0}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
