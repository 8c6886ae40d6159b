import {
  Handshake,
  Info,
  type LucideIcon,
  OctagonAlert,
  RotateCcw,
  TriangleAlert,
  UserRoundPlus,
  Wrench,
} from "lucide-react";
import { memo, type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import type { Finding } from "#model/audit/audit.ts";
import type { Severity } from "#model/audit/rule.ts";
import { disciplines } from "#model/discipline.ts";
import type { NodeKind } from "#model/fields.ts";
import { isSame } from "#model/is-same.ts";
import type { Discipline, Id } from "#model/journey-map.ts";
import { dateText } from "../../finding-words.ts";
import { kindIcons } from "../../kind-icons.ts";
import { OwnerMark } from "../../lists/OwnerLetter.tsx";
import { localDate } from "../../today.ts";
import styles from "./audit.module.css";
import { DismissForm } from "./DismissForm.tsx";
import type { FindingActions } from "./finding-actions.ts";
import { ManagerPicker } from "./ManagerPicker.tsx";

const severityIcons: Readonly<Record<Severity, LucideIcon>> = {
  critical: OctagonAlert,
  warning: TriangleAlert,
  hint: Info,
};

interface FindingItemProps {
  finding: Finding;
  /** What it is about, in a few words. */
  title: string;
  /** Of the node that it is about; none where it is about something else. */
  kind?: NodeKind | undefined;
  /** What it says, in a sentence. */
  sentence: string;
  /** What is selected is what it is about. */
  isCurrent: boolean;
  /** Whether its rule can close it by itself. */
  hasFix: boolean;
  /** The handover that somebody has to agree on to settle it. */
  agreesOn: Id | undefined;
  /** It was dismissed or settled once, and is there again. */
  isBack: boolean;
  /** Tab stops at its buttons; those of the others are reached from it by arrow keys. */
  isTabStop: boolean;
  actions: FindingActions;
  /** It stands under the name of its rule. */
  isRuleKnown?: boolean;
}

/** One finding with what settles it. */
export const FindingItem = memo(function FindingItem(props: FindingItemProps) {
  const { finding, kind, title, sentence, isCurrent, isBack, actions, isRuleKnown = false } = props;
  const { t, i18n } = useTranslation();
  const text = useText();
  const SeverityIcon = severityIcons[finding.severity];
  const KindIcon = kind && kindIcons[kind];
  const { dismissal } = finding;
  return (
    <li
      className={styles.finding}
      data-finding={finding.id}
      data-severity={finding.severity}
      tabIndex={-1}
      aria-label={`${t(`audit.severity.${finding.severity}`)}, ${text(`rule.${finding.ruleId}.name`)}: ${title}`}
    >
      <div className={styles.about}>
        <div className={styles.what}>
          <span className={styles.severity}>
            <SeverityIcon size="1rem" aria-hidden /> {t(`audit.severity.${finding.severity}`)}
          </span>
          {!isRuleKnown && <span className={styles.rule}>{text(`rule.${finding.ruleId}.name`)}</span>}
          {isBack && (
            <span className={styles.back}>
              <RotateCcw size="0.875rem" aria-hidden /> {t("audit.backAgain")}
            </span>
          )}
        </div>
        <button
          type="button"
          className={styles.node}
          data-show
          tabIndex={tabIndexOf(props.isTabStop)}
          aria-current={isCurrent ? "true" : undefined}
          onClick={() => actions.show(finding)}
        >
          {KindIcon && <KindIcon size="1rem" aria-hidden />}
          <span>
            {kind && <span className={styles.kind}>{t(`kind.${kind}`)}:</span>} {title}
          </span>
        </button>
        {/* What the name of the rule says already. */}
        {!isPlain(finding) && <p className={styles.sentence}>{sentence}</p>}
        {isCurrent && <p className={styles.why}>{text(`rule.${finding.ruleId}.why`)}</p>}
        {dismissal && dismissal.reason !== "" && (
          <p className={styles.why}>
            {t("audit.reasonWas", {
              reason: dismissal.reason,
              day: dateText(localDate(dismissal.at), i18n.language),
            })}
          </p>
        )}
      </div>
      <Remedies {...props} />
    </li>
  );
}, showsTheSame);

const tabIndexOf = (isTabStop: boolean) => (isTabStop ? 0 : -1);

const isPlain = ({ missing = [] }: Finding) => missing.length > 0;

/**
 * Every run of the audit makes new findings; most of them say what the old ones said. All of a finding counts: what is
 * done with it goes by its connections too.
 */
function showsTheSame(before: FindingItemProps, after: FindingItemProps): boolean {
  const { finding: old, ...oldRest } = before;
  const { finding, ...rest } = after;
  return (
    (Object.keys(rest) as (keyof typeof rest)[]).every((key) => rest[key] === oldRest[key]) &&
    isSame(old, finding)
  );
}

function Remedies(props: FindingItemProps) {
  const { finding, title, hasFix, agreesOn, isTabStop, actions } = props;
  const { t } = useTranslation();
  const text = useText();
  const { missing = [], dismissal } = finding;
  const tabIndex = tabIndexOf(isTabStop);
  if (dismissal && !dismissal.isLapsed) {
    return (
      <div className={styles.remedies}>
        <Remedy name="reopen" icon={RotateCcw} tabIndex={tabIndex} onClick={() => actions.reopen(finding)}>
          {t("audit.reopen")}
        </Remedy>
      </div>
    );
  }
  return (
    <div className={styles.remedies}>
      {missing.includes("owner") && (
        <OwnerButtons
          title={title}
          tabIndex={tabIndex}
          onAssign={(owner) => actions.assignOwner(finding, owner)}
        />
      )}
      {missing.includes("managerId") && <ManagerChoice {...props} />}
      {hasFix && (
        <Remedy name="fix" icon={Wrench} tabIndex={tabIndex} onClick={() => actions.fix(finding)}>
          {text(`rule.${finding.ruleId}.fix`)}
        </Remedy>
      )}
      {!hasFix && agreesOn !== undefined && (
        <Remedy name="agree" icon={Handshake} tabIndex={tabIndex} onClick={() => actions.agree(agreesOn)}>
          {t("audit.agree")}
        </Remedy>
      )}
      <DismissForm
        title={title}
        ruleId={finding.ruleId}
        tabIndex={tabIndex}
        onDismiss={(reason) => actions.dismiss(finding, reason)}
      />
    </div>
  );
}

interface RemedyProps {
  /** By it the keys of the list find the button. */
  name: "reopen" | "fix" | "agree";
  icon: LucideIcon;
  tabIndex: number;
  onClick(): void;
  children: ReactNode;
}

function Remedy({ name, icon: Icon, tabIndex, onClick, children }: RemedyProps) {
  return (
    <button type="button" className={styles.remedy} data-remedy={name} tabIndex={tabIndex} onClick={onClick}>
      <Icon size="1rem" aria-hidden /> {children}
    </button>
  );
}

interface OwnerButtonsProps {
  title: string;
  tabIndex: number;
  onAssign(owner: Discipline): void;
}

function OwnerButtons({ title, tabIndex, onAssign }: OwnerButtonsProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={`${styles.group} ${styles.owners}`} aria-label={t("audit.ownerOf", { title })}>
      {disciplines.map((discipline) => (
        <button
          key={discipline}
          type="button"
          className={styles.remedy}
          data-remedy="owner"
          data-owner={discipline}
          tabIndex={tabIndex}
          onClick={() => onAssign(discipline)}
        >
          <OwnerMark owner={discipline} />
          {t(`common.discipline.${discipline}`)}
        </button>
      ))}
    </fieldset>
  );
}

function ManagerChoice({ finding, title, isTabStop, actions }: FindingItemProps) {
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
          actions.assignManager(finding, assign);
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
        tabIndex={tabIndexOf(isTabStop)}
        aria-haspopup="listbox"
        onClick={() => setIsOpen(true)}
      >
        <UserRoundPlus size="1rem" aria-hidden /> {t("audit.chooseManager")}
      </button>
    </fieldset>
  );
}
