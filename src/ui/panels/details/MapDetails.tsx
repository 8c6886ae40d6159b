import { Button, Textarea, TextInput } from "@mantine/core";
import { Map as MapIcon, Users } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Command } from "#model/commands/command.ts";
import { changeMap } from "#model/commands/map.ts";
import { addPerson } from "#model/commands/people.ts";
import { LAST_DATE } from "#model/dates.ts";
import { nodeKinds } from "#model/fields.ts";
import type { Person } from "#model/journey-map.ts";
import { newPerson } from "#model/new-objects.ts";
import { useEditor, useJourneyMap } from "../../map/open-map.ts";
import { useServices } from "../../services.ts";
import classes from "./Details.module.css";
import { PersonSelect } from "./PersonSelect.tsx";
import { StageList } from "./StageList.tsx";

/** The map's own texts and dates: shown while nothing is selected. */
export function MapDetails({ onOpenPeople }: { readonly onOpenPeople: () => void }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const { newId } = useServices();
  const map = useJourneyMap();
  return (
    <>
      <h2 className={classes.title}>
        <MapIcon size="1.25rem" aria-hidden />
        {t("details.map")}
      </h2>
      <TextInput
        label={t("field.title")}
        placeholder={t("kind.untitled")}
        value={map.title}
        onChange={(event) => editor.dispatch(changeMap({ title: event.currentTarget.value }))}
        onBlur={editor.endMerge}
      />
      <Textarea
        label={t("field.description")}
        autosize
        minRows={2}
        maxRows={12}
        value={map.description}
        onChange={(event) => editor.dispatch(changeMap({ description: event.currentTarget.value }))}
        onBlur={editor.endMerge}
      />
      <PersonSelect
        label={t("details.maintainer")}
        value={map.maintainerId}
        onPick={(maintainerId) => editor.dispatch(changeMap({ maintainerId }))}
        onAdd={(name) => editor.dispatch(addMaintainer(newPerson(newId(), name)))}
      />
      <TextInput
        type="date"
        max={LAST_DATE}
        label={t("details.reviewOn")}
        value={map.reviewOn ?? ""}
        onChange={(event) => editor.dispatch(changeMap({ reviewOn: event.currentTarget.value || null }))}
        onBlur={editor.endMerge}
      />
      <Counts />
      <Button variant="light" leftSection={<Users size="1rem" aria-hidden />} onClick={onOpenPeople}>
        {t("details.people")}
      </Button>
      <StageList />
    </>
  );
}

function addMaintainer(person: Person): Command {
  const add = addPerson(person);
  return {
    label: add.label,
    apply(draft) {
      add.apply(draft);
      changeMap({ maintainerId: person.id }).apply(draft);
    },
  };
}

function Counts() {
  const { t } = useTranslation();
  const { nodes, connections } = useJourneyMap();
  const all = Object.values(nodes);
  return (
    <section aria-label={t("details.counts")}>
      <ul className={classes.counts}>
        {nodeKinds.map((kind) => (
          <li key={kind}>
            {t(`things.${kind}`, { count: all.filter((node) => node.kind === kind).length })}
          </li>
        ))}
        <li>{t("things.connection", { count: Object.keys(connections).length })}</li>
      </ul>
    </section>
  );
}
