import { Checkbox, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { changeConnection } from "#model/commands/connections.ts";
import { isSame } from "#model/is-same.ts";
import type { Connection, Handover, JourneyMap, Owner } from "#model/journey-map.ts";
import { handoverState, isWrittenDown } from "#model/queries.ts";
import { useEditor, useJourneyMap } from "../../map/open-map.ts";
import classes from "./Details.module.css";
import { DurationInput } from "./DurationInput.tsx";

const nothingAgreed: Handover = { information: "", promise: "", timeLimit: null, confirmed: false };

/** What is agreed where one owner hands the customer over to another, or why there is nothing to agree. */
export function HandoverFields({ connection }: { readonly connection: Connection }) {
  const { t } = useTranslation();
  const map = useJourneyMap();
  const isHandover = handoverState(map, connection) !== null;
  const reason = useReason(map, connection, isHandover);
  return (
    <section className={classes.section} aria-label={t("details.handover")}>
      <h3 className={classes.sectionTitle}>{t("details.handover")}</h3>
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
  const word = (owner: Owner = null) => t(`common.discipline.${owner ?? "nobody"}`);
  if (isHandover) return t("details.handoverHint", { from: word(from?.owner), to: word(to?.owner) });
  if (from?.kind !== "touchpoint" || to?.kind !== "touchpoint") return t("details.handoverNone");
  return from.owner === null || to.owner === null ? t("details.handoverUnowned") : t("details.handoverSame");
}

function Agreement({ connection }: { readonly connection: Connection }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const agreed = connection.handover ?? nothingAgreed;
  const change = (values: Partial<Handover>) => {
    const next = { ...agreed, ...values };
    // An agreement of which nothing is left is none: it counts as open again.
    const handover = isSame(next, nothingAgreed) ? null : next;
    editor.dispatch(
      changeConnection([connection.id], { handover }, `handover-${Object.keys(values).join()}`),
    );
  };
  return (
    <>
      <Textarea
        label={t("details.information")}
        autosize
        minRows={2}
        value={agreed.information}
        onChange={(event) => change({ information: event.currentTarget.value })}
        onBlur={editor.endMerge}
      />
      <Textarea
        label={t("details.promise")}
        autosize
        minRows={1}
        value={agreed.promise}
        onChange={(event) => change({ promise: event.currentTarget.value })}
        onBlur={editor.endMerge}
      />
      <DurationInput
        label={t("details.timeLimit")}
        value={agreed.timeLimit}
        onChange={(timeLimit) => change({ timeLimit })}
        onLeave={editor.endMerge}
      />
      <Checkbox
        label={t("details.confirmed")}
        checked={agreed.confirmed}
        // Nothing can be confirmed where nothing is written down.
        disabled={!agreed.confirmed && !isWrittenDown(agreed)}
        onChange={(event) => {
          editor.endMerge();
          change({ confirmed: event.currentTarget.checked });
        }}
      />
    </>
  );
}
