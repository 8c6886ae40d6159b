import { ActionIcon, Select, Table, TextInput } from "@mantine/core";
import { Merge, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import { changePerson } from "#model/commands/people.ts";
import { disciplines } from "#model/discipline.ts";
import type { Person } from "#model/journey-map.ts";
import { placesOfPerson } from "#model/queries.ts";
import { useEditor, useJourneyMap } from "../../map/open-map.ts";
import { NO_CHOICE } from "../details/no-choice.ts";
import { useDraft } from "../details/use-draft.ts";
import classes from "./People.module.css";
import type { PersonQuestion } from "./person-question.ts";
import { placesText } from "./places-text.ts";

interface PersonRowProps {
  readonly person: Person;
  readonly isDoubled: boolean;
  readonly canMerge: boolean;
  readonly onAsk: (question: PersonQuestion) => void;
}

export function PersonRow({ person, isDoubled, canMerge, onAsk }: PersonRowProps) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const editor = useEditor();
  const map = useJourneyMap();
  const { id, name, discipline, role, email } = person;
  const change = (values: Partial<Omit<Person, "id">>) =>
    editor.dispatch(changePerson(id, values.name ?? name, values));
  return (
    <Table.Tr>
      <Table.Td>
        <NameInput name={name} isDoubled={isDoubled} onChange={(next) => change({ name: next })} />
      </Table.Td>
      <Table.Td>
        <Select
          aria-label={t("people.disciplineOf", { name })}
          data={[
            { value: NO_CHOICE, label: t("people.noDiscipline") },
            ...disciplines.map((value) => ({ value, label: t(`common.discipline.${value}`) })),
          ]}
          value={discipline ?? NO_CHOICE}
          allowDeselect={false}
          onChange={(value) => {
            editor.endMerge();
            change({ discipline: disciplines.find((candidate) => candidate === value) ?? null });
          }}
        />
      </Table.Td>
      <Table.Td>
        <TextInput
          aria-label={t("people.roleOf", { name })}
          value={role}
          onChange={(event) => change({ role: event.currentTarget.value })}
          onBlur={editor.endMerge}
        />
      </Table.Td>
      <Table.Td>
        <TextInput
          type="email"
          aria-label={t("people.emailOf", { name })}
          value={email}
          onChange={(event) => change({ email: event.currentTarget.value })}
          onBlur={editor.endMerge}
        />
      </Table.Td>
      <Table.Td className={classes.count}>
        {placesText(text, i18n.language, placesOfPerson(map, id))}
      </Table.Td>
      <Table.Td>
        <RowActions person={person} canMerge={canMerge} onAsk={onAsk} />
      </Table.Td>
    </Table.Tr>
  );
}

interface NameInputProps {
  readonly name: string;
  readonly isDoubled: boolean;
  readonly onChange: (name: string) => void;
}

/** A blank name stays in the input: a person without a name could not be chosen anywhere. */
function NameInput({ name, isDoubled, onChange }: NameInputProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const draft = useDraft(
    name,
    (value) => value,
    (text) => text.trim() || undefined,
    onChange,
  );
  return (
    <TextInput
      aria-label={t("people.nameOf", { name })}
      description={isDoubled ? t("people.sameName") : null}
      inputWrapperOrder={["input", "description"]}
      value={draft.text}
      onChange={(event) => draft.type(event.currentTarget.value)}
      onBlur={() => {
        draft.leave();
        editor.endMerge();
      }}
    />
  );
}

function RowActions({ person: { id, name }, canMerge, onAsk }: Omit<PersonRowProps, "isDoubled">) {
  const { t } = useTranslation();
  return (
    <ActionIcon.Group>
      <ActionIcon
        variant="default"
        size="lg"
        disabled={!canMerge}
        aria-label={t("people.merge", { name })}
        onClick={() => onAsk({ kind: "merge", personId: id })}
      >
        <Merge size="1rem" aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t("people.remove", { name })}
        onClick={() => onAsk({ kind: "remove", personId: id })}
      >
        <Trash2 size="1rem" aria-hidden />
      </ActionIcon>
    </ActionIcon.Group>
  );
}
