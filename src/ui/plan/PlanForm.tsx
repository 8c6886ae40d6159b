import { ActionIcon, Button } from "@mantine/core";
import { Trash2, X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./plan.module.css";

interface PlanFormProps {
  readonly name: string;
  readonly children: ReactNode;
  onRemove(): void;
  onClose(): void;
}

/** The fields of one line of the plan, beside it. */
export function PlanForm({ name, children, onRemove, onClose }: PlanFormProps) {
  const { t } = useTranslation();
  return (
    <aside className={classes.form} aria-label={name}>
      <div className={classes.formHead}>
        <h3>{name}</h3>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("plan.close")} onClick={onClose}>
          <X size="1.1rem" aria-hidden />
        </ActionIcon>
      </div>
      {children}
      <Button
        variant="subtle"
        color="red"
        size="sm"
        leftSection={<Trash2 size="1rem" aria-hidden />}
        onClick={() => {
          onRemove();
          onClose();
        }}
      >
        {t("plan.remove")}
      </Button>
    </aside>
  );
}
