import { useTranslation } from "react-i18next";
import type { PortfolioTotals } from "#model/portfolio/portfolio.ts";
import classes from "./portfolio.module.css";

interface PortfolioFiguresProps {
  readonly totals: PortfolioTotals;
  /** How many touchpoints are contested. */
  readonly contested: number;
}

/** The figures of all maps together. */
export function PortfolioFigures({ totals, contested }: PortfolioFiguresProps) {
  const { t } = useTranslation();
  const share = totals.counted === 0 ? 0 : Math.round((100 * totals.withOwner) / totals.counted);
  const tiles = [
    { name: t("library.heading"), value: totals.maps },
    { name: t("auditPage.owned"), value: `${share} %` },
    { name: t("audit.findings"), value: totals.findings },
    { name: t("portfolio.part.contested"), value: contested },
    { name: t("portfolio.overdueMeasures"), value: totals.overdue },
  ];
  return (
    <>
      <p className={classes.headline}>
        {t("audit.withOwner", { count: totals.withOwner, total: totals.counted })}
      </p>
      <dl className={classes.tiles}>
        {tiles.map(({ name, value }) => (
          <div key={name} className={classes.tile}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
