import { Button, Group, Modal, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import { mergePeople } from "#model/commands/people.ts";
import type { Id } from "#model/journey-map.ts";
import { peopleInOrder, placesOfPerson } from "#model/queries.ts";
import { useEditor, useJourneyMap } from "../../map/open-map.ts";
import classes from "./People.module.css";
import { placesText } from "./places-text.ts";

interface QuestionProps {
  readonly personId: Id;
  readonly onClose: () => void;
}

/** The same person entered twice: who of the two stays, and what that means. */
export function MergeQuestion({ personId, onClose }: QuestionProps) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const editor = useEditor();
  const map = useJourneyMap();
  const [keptId, setKeptId] = useState<Id | null>(null);
  const gone = map.people[personId]?.name ?? "";
  const kept = keptId === null ? undefined : map.people[keptId];
  const places = placesOfPerson(map, personId);
  const count = places.nodes.length + places.notes.length;
  const what = placesText(text, i18n.language, places);
  const others = peopleInOrder(map).filter(({ id }) => id !== personId);
  return (
    <Modal opened onClose={onClose} title={t("people.mergeTitle")}>
      <Select
        data-autofocus
        label={t("people.mergeQuestion", { name: gone })}
        searchable
        allowDeselect={false}
        data={others.map(({ id, name, role }) => ({ value: id, label: role ? `${name} (${role})` : name }))}
        value={keptId}
        onChange={setKeptId}
      />
      <p className={classes.effect} aria-live="polite">
        {kept && t("people.mergeEffect", { count, what, gone, kept: kept.name })}
      </p>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("common.cancel")}
        </Button>
        <Button
          disabled={!kept}
          onClick={() => {
            if (kept) editor.dispatch(mergePeople(map, kept.id, personId));
            onClose();
          }}
        >
          {t("people.mergeConfirm")}
        </Button>
      </Group>
    </Modal>
  );
}
