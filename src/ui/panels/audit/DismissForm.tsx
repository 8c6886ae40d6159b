import { Button, TextInput } from "@mantine/core";
import { EyeOff } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import { ruleOf } from "#model/audit/rules.ts";
import styles from "./audit.module.css";

interface DismissFormProps {
  /** What the finding is about. */
  title: string;
  ruleId: string;
  /** Of the button that opens it. */
  tabIndex: number;
  onDismiss(reason: string): void;
}

/** A finding is settled without being mended only with a reason: next month somebody will ask for it. */
export function DismissForm({ title, ruleId, tabIndex, onDismiss }: DismissFormProps) {
  const { t } = useTranslation();
  const returnText = useReturnText(ruleId);
  const [reason, setReason] = useState<string | null>(null);
  const takesFocus = useRef(false);
  if (reason === null) {
    return (
      <button
        type="button"
        ref={(button) => {
          if (takesFocus.current) button?.focus();
          takesFocus.current = false;
        }}
        className={styles.dismiss}
        data-dismiss
        tabIndex={tabIndex}
        aria-label={t("audit.dismissNamed", { title })}
        onClick={() => setReason("")}
      >
        <EyeOff size="1rem" aria-hidden /> {t("audit.dismiss")}
      </button>
    );
  }
  const cancel = () => {
    takesFocus.current = true;
    setReason(null);
  };
  return (
    <form
      className={styles.dismissForm}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== "") onDismiss(reason.trim());
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") cancel();
      }}
    >
      <TextInput
        size="sm"
        className={styles.reason ?? ""}
        autoFocus
        label={t("audit.reason")}
        description={returnText}
        placeholder={t("audit.reasonPlaceholder")}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles.dismissButtons}>
        <Button type="submit" size="compact-sm" disabled={reason.trim() === ""}>
          {t("audit.dismiss")}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={cancel}>
          {t("common.cancel")}
        </Button>
      </div>
    </form>
  );
}

/** What ends the dismissal of a finding of a rule: that something changes which the rule reads. */
function useReturnText(ruleId: string): string {
  const t = useText();
  const { language } = useTranslation().i18n;
  const { node = [], ...others } = ruleOf(ruleId)?.reads ?? {};
  if (node.length === 0 || Object.keys(others).length > 0) return t("audit.returns");
  const names = node.map((name) => t(`field.${name}`));
  const fields = new Intl.ListFormat(language, { type: "disjunction" }).format(names);
  return t("audit.returnsWith", { fields });
}
