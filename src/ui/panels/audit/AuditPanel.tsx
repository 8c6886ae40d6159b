import { Button, Switch } from "@mantine/core";
import { CircleCheck, SkipForward } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import { auditOf } from "#model/audit/audit.ts";
import type { Id } from "#model/journey-map.ts";
import { LiveRegion, useAnnouncement } from "../../LiveRegion.tsx";
import { useEditor, useJourneyMap } from "../../map/open-map.ts";
import styles from "./audit.module.css";
import { DisciplineCounts, ManagerCounts } from "./Counts.tsx";
import { CoverageFigures } from "./CoverageFigures.tsx";
import { FindingList } from "./FindingList.tsx";
import { nextGap } from "./next-gap.ts";

interface AuditPanelProps {
  /** Brings nodes into view, wherever the map is shown. */
  onShow(nodeIds: readonly string[]): void;
  /** Whether all that is in order is faded on the canvas. */
  showGaps: boolean;
  onShowGapsChange(on: boolean): void;
}

/** Who is responsible for what, and the list of gaps that one works off. */
export function AuditPanel({ onShow, showGaps, onShowGapsChange }: AuditPanelProps) {
  const { t } = useTranslation();
  const text = useText();
  const editor = useEditor();
  const map = useJourneyMap();
  const [announcement, announce] = useAnnouncement();
  const { coverage, findings } = auditOf(map);

  const select = (nodeIds: readonly Id[]) => {
    editor.select({ nodeIds, connectionIds: [] });
    onShow(nodeIds);
  };
  const selectMany = (nodeIds: readonly Id[]) => {
    select(nodeIds);
    announce(t("audit.selected", { count: nodeIds.length }));
  };
  const goToNextGap = () => {
    const finding = nextGap(editor.store.getState());
    if (!finding) return;
    select(finding.nodeIds);
    const title = map.nodes[finding.nodeIds[0] ?? ""]?.title.trim() || t("kind.untitled");
    announce(text(`rule.${finding.ruleId}.finding`, { title }));
  };

  return (
    <section className={styles.panel} aria-label={t("audit.title")}>
      <CoverageFigures coverage={coverage} />
      <div className={styles.controls}>
        <Button
          size="sm"
          leftSection={<SkipForward size="1rem" aria-hidden />}
          disabled={findings.length === 0}
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
      {findings.length > 0 && <FindingList findings={findings} onSelect={select} announce={announce} />}
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
