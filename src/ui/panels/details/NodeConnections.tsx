import { Anchor } from "@mantine/core";
import { ArrowLeft, ArrowRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Connection, Id } from "#model/journey-map.ts";
import { connectionsOf } from "#model/queries.ts";
import { useEditor, useJourneyMap } from "../../map/open-map.ts";
import classes from "./Details.module.css";

/** Where the customer comes from and goes to, each with a link to the connection. */
export function NodeConnections({ nodeId }: { readonly nodeId: Id }) {
  const { t } = useTranslation();
  const { incoming, outgoing } = connectionsOf(useJourneyMap(), nodeId);
  if (incoming.length + outgoing.length === 0) return null;
  return (
    <section className={classes.section} aria-label={t("details.connections")}>
      <h3 className={classes.sectionTitle}>{t("details.connections")}</h3>
      <ul className={classes.list}>
        {incoming.map((connection) => (
          <ConnectionItem key={connection.id} connection={connection} otherId={connection.from} isIncoming />
        ))}
        {outgoing.map((connection) => (
          <ConnectionItem key={connection.id} connection={connection} otherId={connection.to} />
        ))}
      </ul>
    </section>
  );
}

interface ConnectionItemProps {
  readonly connection: Connection;
  readonly otherId: Id;
  readonly isIncoming?: boolean;
}

function ConnectionItem({ connection, otherId, isIncoming = false }: ConnectionItemProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const map = useJourneyMap();
  const title = map.nodes[otherId]?.title || t("kind.untitled");
  const Icon = isIncoming ? ArrowLeft : ArrowRight;
  return (
    <li className={classes.listItem}>
      <Icon size="1rem" aria-hidden />
      <Anchor
        component="button"
        type="button"
        size="sm"
        ta="left"
        onClick={() => editor.select({ nodeIds: [], connectionIds: [connection.id] })}
      >
        {isIncoming ? t("details.connectionFrom", { title }) : t("details.connectionTo", { title })}
      </Anchor>
    </li>
  );
}
