import { useTranslation } from "react-i18next";
import type { Id, JourneyMap, Owner } from "#model/journey-map.ts";
import { OwnerLetter } from "../lists/OwnerLetter.tsx";
import classes from "./plan.module.css";

interface LinePersonProps {
  readonly map: JourneyMap;
  readonly line: { readonly owner: Owner; readonly managerId: Id | null };
}

/** Who does it: the discipline and the person. */
export function LinePerson({ map, line: { owner, managerId } }: LinePersonProps) {
  const { t } = useTranslation();
  return (
    <span className={classes.person}>
      <OwnerLetter owner={owner} />
      <span>
        {map.people[managerId ?? ""]?.name ?? <span className={classes.missing}>{t("plan.nobody")}</span>}
      </span>
    </span>
  );
}
