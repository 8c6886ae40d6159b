import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Owner } from "#model/journey-map.ts";
import classes from "./owner-letter.module.css";

/** An owner by colour and letter alone, beside its name. */
export function OwnerMark({ owner }: { readonly owner: Owner }) {
  const { t } = useTranslation();
  return (
    <span className={classes.letter} data-owner={owner ?? "nobody"} aria-hidden>
      {owner === null ? "?" : t(`common.letter.${owner}`)}
    </span>
  );
}

/** An owner by colour and letter, with the name for whoever hears it. */
export function OwnerLetter({ owner }: { readonly owner: Owner }) {
  const { t } = useTranslation();
  return (
    <>
      <OwnerMark owner={owner} />
      <VisuallyHidden>{t(`common.discipline.${owner ?? "nobody"}`)}</VisuallyHidden>
    </>
  );
}
