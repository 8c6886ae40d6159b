import { useTranslation } from "react-i18next";
import type { Owner } from "#model/journey-map.ts";
import styles from "../panels/audit/audit.module.css";

/** An owner by colour and letter, with the name for whoever hears it. */
export function OwnerLetter({ owner }: { readonly owner: Owner }) {
  const { t } = useTranslation();
  return (
    <>
      <span className={styles.letter} data-owner={owner ?? "nobody"} aria-hidden>
        {owner === null ? "?" : t(`common.letter.${owner}`)}
      </span>
      <span className={styles.unseen}>{t(`common.discipline.${owner ?? "nobody"}`)}</span>
    </>
  );
}
