import { Button, TextInput } from "@mantine/core";
import { EyeOff } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./audit.module.css";

interface DismissFormProps {
  /** What the finding is about. */
  title: string;
  /** Of the button that opens it. */
  tabIndex: number;
  onDismiss(reason: string): void;
}

/** A finding is settled without being mended only with a reason: next month somebody will ask for it. */
export function DismissForm({ title, tabIndex, onDismiss }: DismissFormProps) {
  const { t } = useTranslation();
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
