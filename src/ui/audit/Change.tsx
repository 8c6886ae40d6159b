import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./AuditPage.module.css";

interface ChangeProps {
  /** Null: nothing to compare with. */
  readonly by: number | null;
  readonly isMoreBetter: boolean;
}

/** By how much a figure is another one than in the last version. */
export function Change({ by, isMoreBetter }: ChangeProps) {
  const { t, i18n } = useTranslation();
  if (by === null || by === 0) return null;
  const isGood = by > 0 === isMoreBetter;
  return (
    <span className={classes.change} data-good={isGood}>
      {new Intl.NumberFormat(i18n.language, { signDisplay: "exceptZero" }).format(by)}
      <VisuallyHidden>{isGood ? t("auditPage.better") : t("auditPage.worse")}</VisuallyHidden>
    </span>
  );
}
