import { Button, Group, Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import { removePerson } from "#model/commands/people.ts";
import type { Id } from "#model/journey-map.ts";
import { placesOfPerson } from "#model/queries.ts";
import { useEditor, useJourneyMap } from "../../map/open-map.ts";
import classes from "./People.module.css";
import { placesText } from "./places-text.ts";

interface QuestionProps {
  readonly personId: Id;
  readonly onClose: () => void;
}

/** Says how many nodes become unassigned before a person is removed. */
export function RemoveQuestion({ personId, onClose }: QuestionProps) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const editor = useEditor();
  const map = useJourneyMap();
  const name = map.people[personId]?.name ?? "";
  const places = placesOfPerson(map, personId);
  const { others } = places;
  const count = places.nodes.length + places.notes.length;
  return (
    <Modal opened onClose={onClose} title={t("people.removeTitle", { name })}>
      <p className={classes.effect}>
        {count > 0
          ? t("people.removeEffect", { count, what: placesText(text, i18n.language, places) })
          : t("people.removeNothing", { name })}
      </p>
      {others > 0 && <p className={classes.effect}>{t("people.othersEffect", { count: others, name })}</p>}
      <Group justify="flex-end">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t("common.cancel")}
        </Button>
        <Button
          color="red"
          onClick={() => {
            editor.dispatch(removePerson(map, personId));
            onClose();
          }}
        >
          {t("people.removeConfirm")}
        </Button>
      </Group>
    </Modal>
  );
}
