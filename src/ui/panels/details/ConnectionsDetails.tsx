import { Button, TextInput } from "@mantine/core";
import { ArrowLeftRight, Spline, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { changeConnection, connectionProblem, reverseConnection } from "#model/commands/connections.ts";
import { remove } from "#model/commands/nodes.ts";
import type { Connection, Id } from "#model/journey-map.ts";
import { handoverState } from "#model/queries.ts";
import { useEditor, useJourneyMap } from "../../map/open-map.ts";
import { ConnectionEnds } from "./ConnectionEnds.tsx";
import classes from "./Details.module.css";
import { HandoverFields } from "./HandoverFields.tsx";

/** One or several selected connections. */
export function ConnectionsDetails({ ids }: { readonly ids: readonly Id[] }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const map = useJourneyMap();
  const connections = ids.map((id) => map.connections[id]).filter((found) => found !== undefined);
  const [only] = connections.length === 1 ? connections : [];
  const count = connections.length;
  const isHandover = only !== undefined && handoverState(map, only) !== null;
  return (
    <>
      <h2 className={classes.title}>
        <Spline size="1.25rem" aria-hidden />
        {only
          ? t(isHandover ? "details.handover" : "details.connection")
          : t("details.selected", { what: t("things.connection", { count }) })}
      </h2>
      {only && isHandover && <HandoverFields key={only.id} connection={only} />}
      {only && <ConnectionEnds connection={only} />}
      <LabelInput connections={connections} />
      {only && !isHandover && <HandoverFields key={only.id} connection={only} />}
      <div className={classes.buttons}>
        {only && <ReverseButton connection={only} />}
        <Button
          variant="light"
          color="red"
          leftSection={<Trash2 size="1rem" aria-hidden />}
          onClick={() => editor.dispatch(remove(map, [], ids))}
        >
          {t("details.removeConnection", { count })}
        </Button>
      </div>
    </>
  );
}

function LabelInput({ connections }: { readonly connections: readonly Connection[] }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const ids = connections.map(({ id }) => id);
  const label = connections[0]?.label ?? "";
  const isShared = connections.every((connection) => connection.label === label);
  return (
    <TextInput
      label={t("details.label")}
      value={isShared ? label : ""}
      placeholder={isShared ? "" : t("details.different")}
      onChange={(event) =>
        editor.dispatch(changeConnection(ids, { label: event.currentTarget.value }, "label"))
      }
      onBlur={editor.endMerge}
    />
  );
}

function ReverseButton({ connection: { id, from, to } }: { readonly connection: Connection }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const map = useJourneyMap();
  const isBarred = connectionProblem(map, to, from) !== null;
  return (
    <>
      <Button
        variant="light"
        leftSection={<ArrowLeftRight size="1rem" aria-hidden />}
        disabled={isBarred}
        onClick={() => editor.dispatch(reverseConnection(id))}
      >
        {t("details.reverse")}
      </Button>
      {isBarred && <p className={classes.hint}>{t("reason.connectedBothWays")}</p>}
    </>
  );
}
