import { Button, SegmentedControl } from "@mantine/core";
import { SlidersHorizontal } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { auditOf, type Finding } from "#model/audit/audit.ts";
import { ruleOf } from "#model/audit/rules.ts";
import { auditSettingsOf } from "#model/audit-settings.ts";
import type { Id } from "#model/journey-map.ts";
import { LiveRegion, useAnnouncement } from "../LiveRegion.tsx";
import { useJourneyMap } from "../map/open-map.ts";
import { useKeptState } from "../map/use-kept.ts";
import { GoneProvider, useGone } from "../panels/audit/back-again.ts";
import { hideSettled } from "../panels/audit/settled-notice.tsx";
import { useToday } from "../today.ts";
import { AuditHeadline } from "./AuditHeadline.tsx";
import classes from "./AuditPage.module.css";
import { FindingsDesk } from "./FindingsDesk.tsx";
import { HandoverTable } from "./HandoverTable.tsx";
import { type ChosenCell, OwnershipTable } from "./OwnershipTable.tsx";
import { RaciTable } from "./RaciTable.tsx";
import { RatingTable } from "./RatingTable.tsx";
import { RulesDialog } from "./RulesDialog.tsx";
import { type AuditPart, auditParts, useAuditAddress } from "./use-audit-address.ts";
import { useKeptPlace } from "./use-kept-place.ts";
import { useLastVersion } from "./use-last-version.ts";

interface AuditPageProps {
  /** Selects nodes and shows them on the canvas. */
  onShowNodes(nodeIds: readonly Id[]): void;
  /** Selects what a finding is about and shows it on the canvas. */
  onShowFinding(finding: Finding): void;
  /** Selects a connection and shows its ends on the canvas. */
  onShowConnection(connectionId: Id, nodeIds: readonly Id[]): void;
}

/** The desk of whoever keeps the map alive: all findings to be worked off, and tables of who has which part where. */
export function AuditPage({ onShowNodes, onShowFinding, onShowConnection }: AuditPageProps) {
  const { t } = useTranslation();
  const map = useJourneyMap();
  const audit = auditOf(map, useToday());
  const gone = useGone(map, audit);
  const [cell, setCell] = useKeptState<ChosenCell | null>("audit.cell", null);
  const { part, goTo, agreeOn, askedRule, timesAsked, askedHandover } = useAuditAddress();
  // Until another part was looked at, the findings are those of the rule for which one came.
  const [cameFor, setCameFor] = useState(askedRule);
  if (askedRule !== undefined && askedRule !== cameFor) setCameFor(askedRule);
  const before = useLastVersion(map);
  const countOff = auditSettingsOf(map).rulesOff.filter(ruleOf).length;
  const [areRulesOpen, setAreRulesOpen] = useState(false);
  const [announcement, announce] = useAnnouncement();
  const page = useRef<HTMLElement>(null);
  const leave = useKeptPlace(page, part === "findings", cameFor === undefined);
  // It would lie over what one has come for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each part has other things to do.
  useEffect(() => hideSettled, [part]);
  const leaveFor = (go: () => void) => {
    leave();
    setCameFor(undefined);
    go();
  };
  return (
    <section ref={page} className={classes.page} aria-label={t("audit.title")}>
      <GoneProvider value={gone}>
        <div className={classes.column}>
          <AuditHeadline audit={audit} before={before} />
          <SegmentedControl
            className={classes.parts ?? ""}
            aria-label={t("auditPage.parts")}
            data={auditParts.map((value) => ({ value, label: t(`auditPage.part.${value}`) }))}
            value={part}
            onChange={(value) => leaveFor(() => goTo(value as AuditPart))}
          />
          {part === "stages" && (
            <OwnershipTable map={map} chosen={cell} onChoose={setCell} onShow={onShowNodes} />
          )}
          {part === "handovers" && (
            <HandoverTable map={map} asked={askedHandover} onShow={onShowConnection} />
          )}
          {part === "ratings" && <RatingTable map={map} onShow={onShowNodes} />}
          {part === "raci" && <RaciTable map={map} onShow={onShowNodes} />}
          {part === "findings" && (
            <FindingsDesk
              key={timesAsked}
              map={map}
              audit={audit}
              before={before}
              asked={askedRule}
              onShow={onShowFinding}
              onAgree={(connectionId) => leaveFor(() => agreeOn(connectionId))}
              announce={announce}
              settings={
                <Button
                  variant="default"
                  size="sm"
                  leftSection={<SlidersHorizontal size="1rem" aria-hidden />}
                  onClick={() => setAreRulesOpen(true)}
                >
                  {countOff === 0 ? t("auditPage.rules") : t("auditPage.rulesSomeOff", { count: countOff })}
                </Button>
              }
            />
          )}
        </div>
      </GoneProvider>
      <RulesDialog map={map} isOpen={areRulesOpen} onClose={() => setAreRulesOpen(false)} />
      <LiveRegion text={announcement} />
    </section>
  );
}
