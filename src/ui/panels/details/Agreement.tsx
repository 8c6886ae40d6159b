import { Checkbox, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { changeConnection } from "#model/commands/connections.ts";
import { isSame } from "#model/is-same.ts";
import type { Connection, Handover } from "#model/journey-map.ts";
import { isWrittenDown } from "#model/queries.ts";
import { useEditor } from "../../map/open-map.ts";
import { DurationInput } from "./DurationInput.tsx";

const nothingAgreed: Handover = { information: "", promise: "", timeLimit: null, confirmed: false };

/** What is written into a handover, in the order in which it is agreed. */
export const agreementFields = ["information", "promise", "timeLimit"] as const;
export type AgreementField = (typeof agreementFields)[number];

interface AgreementProps {
  readonly connection: Connection;
  /** The field that gets the keyboard as soon as it is there. */
  readonly first?: AgreementField;
}

/** The fields of a handover, beside the map and in the table of all handovers alike. */
export function Agreement({ connection, first }: AgreementProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const agreed = connection.handover ?? nothingAgreed;
  const change = (values: Partial<Handover>) => {
    const changed = { ...agreed, ...values };
    // A receiver who confirmed what is no longer written down has confirmed nothing.
    const isEmptied = isWrittenDown(agreed) && changed.information.trim() === "";
    const next = isEmptied ? { ...changed, confirmed: false } : changed;
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
        minRows={1}
        autoFocus={first === "information"}
        value={agreed.information}
        onChange={(event) => change({ information: event.currentTarget.value })}
        onBlur={editor.endMerge}
      />
      <Textarea
        label={t("details.promise")}
        autosize
        minRows={1}
        autoFocus={first === "promise"}
        value={agreed.promise}
        onChange={(event) => change({ promise: event.currentTarget.value })}
        onBlur={editor.endMerge}
      />
      <DurationInput
        label={t("details.timeLimit")}
        isFirst={first === "timeLimit"}
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
