import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Connection, Id } from "#model/journey-map.ts";
import { useEditor, useJourneyMap } from "../../map/open-map.ts";
import classes from "./Details.module.css";

/** The two nodes of a connection, each with a link to it. */
export function ConnectionEnds({ connection }: { readonly connection: Connection }) {
  const { t } = useTranslation();
  return (
    <dl className={classes.pairs}>
      <dt>{t("details.from")}</dt>
      <dd>
        <NodeLink id={connection.from} />
      </dd>
      <dt>{t("details.to")}</dt>
      <dd>
        <NodeLink id={connection.to} />
      </dd>
    </dl>
  );
}

function NodeLink({ id }: { readonly id: Id }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const title = useJourneyMap().nodes[id]?.title;
  return (
    <Anchor
      component="button"
      type="button"
      size="sm"
      ta="left"
      onClick={() => editor.select({ nodeIds: [id], connectionIds: [] })}
    >
      {title || t("kind.untitled")}
    </Anchor>
  );
}
