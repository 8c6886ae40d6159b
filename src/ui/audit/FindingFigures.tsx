import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Audit, Finding } from "#model/audit/audit.ts";
import { type Severity, severities } from "#model/audit/rule.ts";
import { useIsBack } from "../panels/audit/back-again.ts";
import classes from "./AuditPage.module.css";
import { Change } from "./Change.tsx";
import type { FindingState } from "./group-findings.ts";
import type { LastVersion } from "./use-last-version.ts";

interface FindingFiguresProps {
  readonly audit: Audit;
  readonly before: LastVersion | null;
  readonly state: FindingState;
  /** Null: all. */
  readonly severity: Severity | null;
  onState(state: FindingState): void;
  onSeverity(severity: Severity | null): void;
}

/** How many findings there are of each sort; pressing a figure shows those alone, pressing it again all of them. */
export function FindingFigures(props: FindingFiguresProps) {
  const { audit, before, state, severity, onState, onSeverity } = props;
  const { t } = useTranslation();
  const isBack = useIsBack();
  const back = audit.findings.filter(isBack);
  const listed = { open: audit.findings, back, dismissed: audit.dismissed }[state];
  const amount = (findings: readonly Finding[], of: Severity) =>
    findings.filter((finding) => finding.severity === of).length;
  const states = [
    { name: "back", value: back.length },
    { name: "dismissed", value: audit.dismissed.length },
  ] as const;
  return (
    <fieldset className={classes.figures} aria-label={t("auditPage.figures")}>
      {severities.map((of) => {
        const value = amount(listed, of);
        return (
          <Figure
            key={of}
            name={t(`auditPage.count.${of}`)}
            severity={of}
            value={value}
            isPressed={severity === of}
            onPress={(isPressed) => onSeverity(isPressed ? of : null)}
          >
            <Change
              by={before && state === "open" ? value - amount(before.audit.findings, of) : null}
              isMoreBetter={false}
            />
          </Figure>
        );
      })}
      {states.map(({ name, value }) => (
        <Figure
          key={name}
          name={t(`auditPage.states.${name}`)}
          value={value}
          isPressed={state === name}
          onPress={(isPressed) => onState(isPressed ? name : "open")}
        />
      ))}
    </fieldset>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: number;
  readonly severity?: Severity;
  readonly isPressed: boolean;
  onPress(isPressed: boolean): void;
  /** What stands behind the figure. */
  readonly children?: ReactNode;
}

function Figure({ name, value, severity, isPressed, onPress, children }: FigureProps) {
  return (
    <button
      type="button"
      className={classes.figure}
      data-severity={severity}
      aria-pressed={isPressed}
      disabled={value === 0 && !isPressed}
      onClick={() => onPress(!isPressed)}
    >
      {isPressed && <Check size="1rem" aria-hidden />}
      {name} <strong>{value}</strong>
      {children}
    </button>
  );
}
