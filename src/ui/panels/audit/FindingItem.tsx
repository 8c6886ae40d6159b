import { Info, type LucideIcon, OctagonAlert, TriangleAlert, UserRoundPlus } from "lucide-react";
import { memo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import type { Finding } from "#model/audit/audit.ts";
import type { Severity } from "#model/audit/rules.ts";
import { disciplines } from "#model/discipline.ts";
import type { Discipline, Id, MapNode } from "#model/journey-map.ts";
import { kindIcons } from "../../kind-icons.ts";
import styles from "./audit.module.css";
import { ManagerPicker } from "./ManagerPicker.tsx";

const severityIcons: Readonly<Record<Severity, LucideIcon>> = {
  critical: OctagonAlert,
  warning: TriangleAlert,
  hint: Info,
};

interface FindingItemProps {
  finding: Finding;
  /** The node that the finding is about; the first one where there are several. */
  node: MapNode | undefined;
  isCurrent: boolean;
  onSelect(nodeIds: readonly Id[]): void;
  onAssignOwner(finding: Finding, owner: Discipline): void;
  onAssignManager(finding: Finding, assign: () => void): void;
}

/** One finding with what settles it. */
export const FindingItem = memo(function FindingItem(props: FindingItemProps) {
  const { finding, node, isCurrent, onSelect, onAssignOwner } = props;
  const { t } = useTranslation();
  const text = useText();
  const SeverityIcon = severityIcons[finding.severity];
  const KindIcon = node && kindIcons[node.kind];
  const title = node?.title.trim() || t("kind.untitled");
  return (
    <li className={styles.finding} data-finding={finding.id} data-severity={finding.severity}>
      <div className={styles.what}>
        <span className={styles.severity}>
          <SeverityIcon size="1rem" aria-hidden /> {t(`audit.severity.${finding.severity}`)}
        </span>
        <span className={styles.rule}>{text(`rule.${finding.ruleId}.name`)}</span>
      </div>
      <button
        type="button"
        className={styles.node}
        aria-current={isCurrent ? "true" : undefined}
        onClick={() => onSelect(finding.nodeIds)}
      >
        {KindIcon && <KindIcon size="1rem" aria-hidden />}
        <span>
          {node && <span className={styles.kind}>{t(`kind.${node.kind}`)}:</span>} {title}
        </span>
      </button>
      {isCurrent && <p className={styles.why}>{text(`rule.${finding.ruleId}.why`)}</p>}
      {finding.missing.length > 0 && (
        <div className={styles.remedies}>
          {finding.missing.includes("owner") && (
            <OwnerButtons title={title} onAssign={(owner) => onAssignOwner(finding, owner)} />
          )}
          {finding.missing.includes("managerId") && <ManagerChoice {...props} title={title} />}
        </div>
      )}
    </li>
  );
}, showsTheSame);

/** Every run of the audit makes new findings; most of them say what the old ones said. */
function showsTheSame(before: FindingItemProps, after: FindingItemProps): boolean {
  const { finding: old, ...oldRest } = before;
  const { finding, ...rest } = after;
  const isSameFinding = old.id === finding.id && old.missing.join() === finding.missing.join();
  return (
    isSameFinding && (Object.keys(rest) as (keyof typeof rest)[]).every((key) => rest[key] === oldRest[key])
  );
}

function OwnerButtons({ title, onAssign }: { title: string; onAssign(owner: Discipline): void }) {
  const { t } = useTranslation();
  return (
    <fieldset className={`${styles.group} ${styles.owners}`} aria-label={t("audit.ownerOf", { title })}>
      {disciplines.map((discipline) => (
        <button
          key={discipline}
          type="button"
          className={styles.remedy}
          data-remedy="owner"
          onClick={() => onAssign(discipline)}
        >
          <span className={styles.letter} data-owner={discipline} aria-hidden>
            {t(`common.letter.${discipline}`)}
          </span>
          {t(`common.discipline.${discipline}`)}
        </button>
      ))}
    </fieldset>
  );
}

function ManagerChoice({ finding, title, onAssignManager }: FindingItemProps & { title: string }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const takesFocus = useRef(false);
  const label = t("audit.managerOf", { title });
  if (isOpen) {
    return (
      <ManagerPicker
        nodeIds={finding.nodeIds}
        label={label}
        onPick={(assign) => {
          setIsOpen(false);
          onAssignManager(finding, assign);
        }}
        onCancel={(how) => {
          takesFocus.current = how === "escape";
          setIsOpen(false);
        }}
      />
    );
  }
  return (
    <fieldset className={styles.group} aria-label={label}>
      <button
        type="button"
        ref={(button) => {
          if (takesFocus.current) button?.focus();
          takesFocus.current = false;
        }}
        className={styles.remedy}
        data-remedy="managerId"
        aria-haspopup="listbox"
        onClick={() => setIsOpen(true)}
      >
        <UserRoundPlus size="1rem" aria-hidden /> {t("audit.chooseManager")}
      </button>
    </fieldset>
  );
}
