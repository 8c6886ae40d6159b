import { useTranslation } from "react-i18next";
import type { Coverage } from "#model/audit/audit.ts";
import styles from "./audit.module.css";

/** The three figures of ownership, each with a bar; the first is the headline of the audit. */
export function CoverageFigures({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation();
  const { counted: total, withOwner, withManager, withBoth } = coverage;
  const figures = [
    { id: "owner", count: withOwner, text: t("audit.withOwner", { count: withOwner, total }) },
    { id: "manager", count: withManager, text: t("audit.withManager", { count: withManager, total }) },
    { id: "both", count: withBoth, text: t("audit.withBoth", { count: withBoth, total }) },
  ];
  return (
    <div className={styles.figures}>
      {figures.map(({ id, count, text }) => (
        <div key={id}>
          {id === "owner" ? (
            <h2 className={styles.headline}>{text}</h2>
          ) : (
            <p className={styles.figure}>{text}</p>
          )}
          <div className={styles.bar} aria-hidden>
            <div
              className={styles.barFill}
              style={{ width: `${total === 0 ? 0 : (100 * count) / total}%` }}
            />
          </div>
        </div>
      ))}
    </div>
  );
}
