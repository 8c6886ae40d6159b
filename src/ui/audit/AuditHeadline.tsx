import { useTranslation } from "react-i18next";
import type { Audit } from "#model/audit/audit.ts";
import { CoverageFigures } from "../panels/audit/CoverageFigures.tsx";
import { percentText } from "../percent-text.ts";
import classes from "./AuditPage.module.css";
import { Change } from "./Change.tsx";
import type { LastVersion } from "./use-last-version.ts";

interface AuditHeadlineProps {
  readonly audit: Audit;
  readonly before: LastVersion | null;
}

/** How much of a map is owned, and how that has changed since its last version. */
export function AuditHeadline({ audit, before }: AuditHeadlineProps) {
  const { t, i18n } = useTranslation();
  const share = ownedShare(audit);
  return (
    <div className={classes.headline}>
      <CoverageFigures coverage={audit.coverage} />
      <div className={classes.since}>
        <dl>
          <dt>{t("auditPage.owned")}</dt>
          <dd>
            {percentText(share, i18n.language)}
            <Change by={before && share - ownedShare(before.audit)} isMoreBetter />
          </dd>
        </dl>
        <p>{before ? t("auditPage.since", { version: before.name }) : t("auditPage.noVersion")}</p>
      </div>
    </div>
  );
}

/** How many of a hundred nodes have an owner. */
function ownedShare({ coverage: { withOwner, counted } }: Audit): number {
  return counted === 0 ? 0 : Math.round((100 * withOwner) / counted);
}
