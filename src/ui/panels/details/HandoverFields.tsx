import { useTranslation } from "react-i18next";
import type { Connection, JourneyMap } from "#model/journey-map.ts";
import { handoverState } from "#model/queries.ts";
import { useJourneyMap } from "../../map/open-map.ts";
import { Agreement } from "./Agreement.tsx";
import classes from "./Details.module.css";

/**
 * What is agreed where one owner hands the customer over to another, or why there is nothing to agree. Where there is,
 * it has its heading from the whole panel.
 */
export function HandoverFields({ connection }: { readonly connection: Connection }) {
  const { t } = useTranslation();
  const map = useJourneyMap();
  const isHandover = handoverState(map, connection) !== null;
  const reason = useReason(map, connection, isHandover);
  return (
    <section className={isHandover ? classes.lead : classes.section} aria-label={t("details.handover")}>
      {!isHandover && <h3 className={classes.sectionTitle}>{t("details.handover")}</h3>}
      <p className={classes.hint}>{reason}</p>
      {/* What was agreed before an owner changed must not get out of sight. */}
      {(isHandover || connection.handover !== null) && <Agreement connection={connection} />}
    </section>
  );
}

function useReason(map: JourneyMap, connection: Connection, isHandover: boolean): string {
  const { t } = useTranslation();
  const from = map.nodes[connection.from];
  const to = map.nodes[connection.to];
  if (isHandover && from?.owner && to?.owner)
    return t("details.handoverHint", {
      from: t(`common.subject.${from.owner}`),
      to: t(`common.object.${to.owner}`),
    });
  if (from?.kind !== "touchpoint" || to?.kind !== "touchpoint") return t("details.handoverNone");
  return from.owner === null || to.owner === null ? t("details.handoverUnowned") : t("details.handoverSame");
}
