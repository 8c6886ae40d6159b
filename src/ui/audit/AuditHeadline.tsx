import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Audit, auditOf } from "#model/audit/audit.ts";
import { severities } from "#model/audit/rule.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { dateText } from "../finding-words.ts";
import { useIsBack } from "../panels/audit/back-again.ts";
import { CoverageFigures } from "../panels/audit/CoverageFigures.tsx";
import { percentText } from "../percent-text.ts";
import { Tile, Tiles } from "../Tiles.tsx";
import { localDate, useToday } from "../today.ts";
import { useVersionDocument, useVersions } from "../versions/use-versions.ts";
import classes from "./AuditPage.module.css";

interface AuditHeadlineProps {
  readonly map: JourneyMap;
  readonly audit: Audit;
}

/** The figures of a map, and how they have changed since its last version. */
export function AuditHeadline({ map, audit }: AuditHeadlineProps) {
  const { t, i18n } = useTranslation();
  const before = useLastVersion(map);
  const isBack = useIsBack();
  const { coverage, findings, dismissed } = audit;
  const share = (part: number, of: number) => (of === 0 ? 0 : Math.round((100 * part) / of));
  return (
    <div className={classes.headline}>
      <div className={classes.coverage}>
        <CoverageFigures coverage={coverage} />
      </div>
      <Tiles>
        <ChangingTile
          name={t("auditPage.owned")}
          value={percentText(share(coverage.withOwner, coverage.counted), i18n.language)}
          change={
            before && {
              by:
                share(coverage.withOwner, coverage.counted) -
                share(before.audit.coverage.withOwner, before.audit.coverage.counted),
              isGood: (by) => by > 0,
            }
          }
        />
        {severities.map((severity) => {
          const amount = (of: Audit) => of.findings.filter((finding) => finding.severity === severity).length;
          return (
            <ChangingTile
              key={severity}
              name={t(`auditPage.count.${severity}`)}
              value={amount(audit)}
              change={before && { by: amount(audit) - amount(before.audit), isGood: (by) => by < 0 }}
            />
          );
        })}
        <Tile name={t("auditPage.backAgain")} value={findings.filter(isBack).length} />
        <Tile name={t("auditPage.dismissed")} value={dismissed.length} />
      </Tiles>
      <p className={classes.since}>
        {before ? t("auditPage.since", { version: before.name }) : t("auditPage.noVersion")}
      </p>
    </div>
  );
}

interface ChangingTileProps {
  readonly name: string;
  readonly value: string | number;
  /** Null: nothing to compare with. */
  readonly change: { readonly by: number; isGood(by: number): boolean } | null;
}

function ChangingTile({ name, value, change }: ChangingTileProps) {
  const { t, i18n } = useTranslation();
  const by = change?.by ?? 0;
  const text = new Intl.NumberFormat(i18n.language, { signDisplay: "exceptZero" }).format(by);
  return (
    <Tile name={name} value={value}>
      {change && by !== 0 && (
        <span className={classes.change} data-good={change.isGood(by)}>
          {text}
          <VisuallyHidden>{change.isGood(by) ? t("auditPage.better") : t("auditPage.worse")}</VisuallyHidden>
        </span>
      )}
    </Tile>
  );
}

/**
 * The audit of the last version that somebody has named, else of the last one at all, which a closed map leaves behind;
 * null while there is none, or it is being read.
 */
function useLastVersion(map: JourneyMap): { readonly audit: Audit; readonly name: string } | null {
  const { i18n } = useTranslation();
  const today = useToday();
  const rows = useVersions(map.id).rows ?? [];
  const last = rows.find((row) => row.name !== null) ?? rows[0];
  const document = useVersionDocument(last?.id ?? null);
  if (!last || !document) return null;
  const name = last.name ?? dateText(localDate(last.at), i18n.language);
  return { audit: auditOf(document, today), name };
}
