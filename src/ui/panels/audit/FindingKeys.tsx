import { useTranslation } from "react-i18next";
import { disciplines } from "#model/discipline.ts";
import styles from "./audit.module.css";

/** Which keys work in a list of findings. */
export function FindingKeys() {
  const { t } = useTranslation();
  const letters = disciplines.map((owner) => t(`common.letter.${owner}`)).join(" ");
  return <span className={styles.keys}>{t("auditPage.keys", { letters })}</span>;
}
