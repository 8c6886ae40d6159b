import { Button, Switch } from "@mantine/core";
import { CircleCheck, SkipForward } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import { auditOf, type Finding } from "#model/audit/audit.ts";
import type { Id } from "#model/journey-map.ts";
import { findingText } from "../../finding-words.ts";
import { LiveRegion, useAnnouncement } from "../../LiveRegion.tsx";
import { useEditor, useJourneyMap } from "../../map/open-map.ts";
import { useToday } from "../../today.ts";
import styles from "./audit.module.css";
import { GoneProvider, useGone } from "./back-again.ts";
import { DisciplineCounts, ManagerCounts } from "./Counts.tsx";
import { CoverageFigures } from "./CoverageFigures.tsx";
import { FindingKeys } from "./FindingKeys.tsx";
import { FindingList } from "./FindingList.tsx";
import { isGap, nextGap } from "./next-gap.ts";

interface AuditPanelProps {
  /** Brings nodes into view, wherever the map is shown. */
  onShow(nodeIds: readonly string[]): void;
  /** Selects what a finding is about and leads there. */
  onShowFinding(finding: Finding): void;
  /** Opens what is agreed on a handover. */
  onAgree(connectionId: Id): void;
  /** Whether all that is in order is faded on the canvas. */
  showGaps: boolean;
  onShowGapsChange(on: boolean): void;
}

/** Who is responsible for what, and the list of gaps that one works off. */
export function AuditPanel({ onShow, onShowFinding, onAgree, showGaps, onShowGapsChange }: AuditPanelProps) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const editor = useEditor();
  const map = useJourneyMap();
  const today = useToday();
  const [announcement, announce] = useAnnouncement();
  const audit = auditOf(map, today);
  const { coverage, findings } = audit;
  const gone = useGone(map, audit);

  const select = (nodeIds: readonly Id[]) => {
    editor.select({ nodeIds, connectionIds: [] });
    onShow(nodeIds);
  };
  const selectMany = (nodeIds: readonly Id[]) => {
    select(nodeIds);
    announce(t("audit.selected", { count: nodeIds.length }));
  };
  const goToNextGap = () => {
    const finding = nextGap(editor.store.getState(), today);
    if (!finding) return;
    select(finding.nodeIds);
    announce(findingText(text, i18n.language, map, finding));
  };

  return (
    <section className={styles.panel} aria-label={t("audit.title")}>
      <CoverageFigures coverage={coverage} />
      <div className={styles.controls}>
        <Button
          size="sm"
          leftSection={<SkipForward size="1rem" aria-hidden />}
          disabled={!findings.some(isGap)}
          onClick={goToNextGap}
        >
          {t("audit.nextGap")}
        </Button>
        <Switch
          size="sm"
          label={t("audit.showGaps")}
          checked={showGaps}
          onChange={(event) => onShowGapsChange(event.currentTarget.checked)}
        />
      </div>
      <DisciplineCounts map={map} coverage={coverage} onSelect={selectMany} />
      <ManagerCounts map={map} coverage={coverage} onSelect={selectMany} />
      <h3 className={styles.subheading} tabIndex={-1} data-findings-heading>
        {t("audit.findings")} <span className={styles.total}>{findings.length}</span>
      </h3>
      {findings.length > 0 && (
        <GoneProvider value={gone}>
          <FindingKeys />
          <FindingList findings={findings} onShow={onShowFinding} onAgree={onAgree} announce={announce} />
        </GoneProvider>
      )}
      {findings.length === 0 && (coverage.counted > 0 ? <NoFindings /> : <p>{t("audit.nothingToAudit")}</p>)}
      <LiveRegion text={announcement} />
    </section>
  );
}

function NoFindings() {
  const { t } = useTranslation();
  return (
    <div className={styles.none}>
      <CircleCheck size={28} aria-hidden />
      <div>
        <p>
          <strong>{t("audit.noFindings")}</strong>
        </p>
        <p>{t("audit.noFindingsHint")}</p>
      </div>
    </div>
  );
}
