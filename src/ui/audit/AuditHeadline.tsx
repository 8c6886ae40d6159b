import { useTranslation } from "react-i18next";
import type { Audit, Coverage } from "#model/audit/audit.ts";
import { severities } from "#model/audit/rule.ts";
import { isSame } from "#model/is-same.ts";
import { CoverageFigures } from "../panels/audit/CoverageFigures.tsx";
import { percentText } from "../percent-text.ts";
import classes from "./AuditPage.module.css";
import { Change } from "./Change.tsx";
import type { LastVersion } from "./use-last-version.ts";

interface AuditHeadlineProps {
  readonly audit: Audit;
  readonly before: LastVersion | null;
}

const shares = [
  { name: "owned", countOf: ({ withOwner }: Coverage) => withOwner },
  { name: "managed", countOf: ({ withManager }: Coverage) => withManager },
  { name: "both", countOf: ({ withBoth }: Coverage) => withBoth },
] as const;

/** How much of a map somebody answers for, and how that has changed since its last version. */
export function AuditHeadline({ audit, before }: AuditHeadlineProps) {
  const { t, i18n } = useTranslation();
  const sinceText = before
    ? t(isAsBefore(audit, before.audit) ? "auditPage.sameSince" : "auditPage.since", { version: before.name })
    : t("auditPage.noVersion");
  return (
    <div className={classes.headline}>
      <CoverageFigures coverage={audit.coverage} />
      <div className={classes.since}>
        <dl>
          {shares.map(({ name, countOf }) => {
            const shareOf = (coverage: Coverage) => percentOf(countOf(coverage), coverage.counted);
            const share = shareOf(audit.coverage);
            return (
              <div key={name}>
                <dt>{t(`auditPage.${name}`)}</dt>
                <dd>
                  {percentText(share, i18n.language)}
                  <Change by={before && share - shareOf(before.audit.coverage)} isMoreBetter />
                </dd>
              </div>
            );
          })}
        </dl>
        <p>{sinceText}</p>
      </div>
    </div>
  );
}

/** Whether none of the figures has changed. */
function isAsBefore(now: Audit, before: Audit): boolean {
  const figures = ({ coverage, findings }: Audit) => [
    ...shares.map(({ countOf }) => percentOf(countOf(coverage), coverage.counted)),
    ...severities.map((of) => findings.filter(({ severity }) => severity === of).length),
  ];
  return isSame(figures(now), figures(before));
}

function percentOf(count: number, counted: number): number {
  return counted === 0 ? 0 : Math.round((100 * count) / counted);
}
