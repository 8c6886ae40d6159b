import { useTranslation } from "react-i18next";
import type { PortfolioTotals } from "#model/portfolio/portfolio.ts";
import { percentText } from "../percent-text.ts";
import { Tile, Tiles } from "../Tiles.tsx";
import classes from "./portfolio.module.css";

interface PortfolioFiguresProps {
  readonly totals: PortfolioTotals;
  /** How many touchpoints are contested; each is one of the findings. */
  readonly contested: number;
}

/** The figures of all maps together. */
export function PortfolioFigures({ totals, contested }: PortfolioFiguresProps) {
  const { t, i18n } = useTranslation();
  const share = (part: number) =>
    percentText(totals.counted === 0 ? 0 : Math.round((100 * part) / totals.counted), i18n.language);
  const tiles = [
    { name: t("library.heading"), value: totals.maps },
    { name: t("auditPage.owned"), value: share(totals.withOwner) },
    { name: t("portfolio.columns.withManager"), value: share(totals.withManager) },
    { name: t("audit.findings"), value: totals.findings },
    { name: t("portfolio.contestedAmong"), value: contested },
    { name: t("portfolio.overdueMeasures"), value: totals.overdue },
  ];
  return (
    <>
      <p className={classes.headline}>
        {t("audit.withOwner", { count: totals.withOwner, total: totals.counted })}
      </p>
      <Tiles>
        {tiles.map((tile) => (
          <Tile key={tile.name} {...tile} />
        ))}
      </Tiles>
    </>
  );
}
