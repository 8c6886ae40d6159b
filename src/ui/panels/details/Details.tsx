import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useEditorState } from "../../map/open-map.ts";
import { PeopleDialog } from "../people/PeopleDialog.tsx";
import { ConnectionsDetails } from "./ConnectionsDetails.tsx";
import classes from "./Details.module.css";
import { MapDetails } from "./MapDetails.tsx";
import { NodesDetails } from "./NodesDetails.tsx";

/** The inspector: all that can be said about what is selected, or about the map itself. */
export function Details() {
  const { t } = useTranslation();
  const { nodeIds, connectionIds } = useEditorState(({ selection }) => selection);
  const [isPeopleOpen, setPeopleOpen] = useState(false);
  return (
    <section className={classes.details} aria-label={t("details.title")}>
      {nodeIds.length > 0 ? (
        <NodesDetails ids={nodeIds} />
      ) : connectionIds.length > 0 ? (
        <ConnectionsDetails key={connectionIds.join()} ids={connectionIds} />
      ) : (
        <MapDetails onOpenPeople={() => setPeopleOpen(true)} />
      )}
      <PeopleDialog opened={isPeopleOpen} onClose={() => setPeopleOpen(false)} />
    </section>
  );
}
