import { useEffect, useRef, useState } from "react";
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
  const section = useRef<HTMLElement>(null);
  const subject = [...nodeIds, ...connectionIds].join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is selected next is read from its title on.
  useEffect(() => {
    const panel = section.current?.parentElement;
    if (panel) panel.scrollTop = 0;
  }, [subject]);
  return (
    <section ref={section} className={classes.details} aria-label={t("details.title")}>
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
