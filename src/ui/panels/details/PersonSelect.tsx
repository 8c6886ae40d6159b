import { Avatar, Group, Select } from "@mantine/core";
import { Plus, UserRoundX } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Id } from "#model/journey-map.ts";
import { foldForSearch, peopleInOrder } from "#model/queries.ts";
import { initialsOf } from "#scene/text.ts";
import { useJourneyMap } from "../../map/open-map.ts";
import classes from "./Details.module.css";
import { NO_CHOICE } from "./no-choice.ts";
import { type Different, different } from "./shared-value.ts";

export interface PersonSelectProps {
  readonly label: string;
  readonly value: Id | null | Different;
  readonly onPick: (personId: Id | null) => void;
  readonly onAdd: (name: string) => void;
}

/** No person's id is like it. */
const ADD = "\u0000add";

/** Chooses a person of the map by typing a part of the name, or adds one of that name. */
export function PersonSelect({ label, value, onPick, onAdd }: PersonSelectProps) {
  const { t } = useTranslation();
  const map = useJourneyMap();
  const [search, setSearch] = useState("");
  const name = search.trim();
  const people = peopleInOrder(map);
  const isNew = name !== "" && !people.some((person) => foldForSearch(person.name) === foldForSearch(name));
  const person = value === null || value === different ? undefined : map.people[value];
  return (
    <Select
      label={label}
      searchable
      clearable
      allowDeselect={false}
      selectFirstOptionOnChange
      data={[
        ...(value === null ? [] : [{ value: NO_CHOICE, label: t("details.nobody") }]),
        ...people.map((each) => ({ value: each.id, label: each.name })),
        ...(isNew ? [{ value: ADD, label: t("details.addPersonNamed", { name }) }] : []),
      ]}
      filter={({ options, search: wanted }) =>
        options.filter(
          (option) => "value" in option && (option.value === ADD || matches(option.label, wanted)),
        )
      }
      value={person?.id ?? null}
      placeholder={value === different ? t("details.different") : t("details.nobody")}
      onSearchChange={setSearch}
      onChange={(chosen) => {
        if (chosen === ADD) onAdd(name);
        else onPick(chosen === NO_CHOICE ? null : chosen);
      }}
      leftSection={person && <Initials name={person.name} />}
      renderOption={({ option }) => (
        <Group gap="xs" wrap="nowrap" className={classes.personOption}>
          <OptionIcon value={option.value} name={option.label} />
          <span>{option.label}</span>
        </Group>
      )}
    />
  );
}

function matches(name: string, wanted: string): boolean {
  return foldForSearch(name).includes(foldForSearch(wanted.trim()));
}

function OptionIcon({ value, name }: { readonly value: string; readonly name: string }) {
  if (value === ADD) return <Plus size={24} aria-hidden />;
  return value === NO_CHOICE ? <UserRoundX size={24} aria-hidden /> : <Initials name={name} />;
}

function Initials({ name }: { readonly name: string }) {
  return (
    <Avatar size={24} radius="xl" aria-hidden className={classes.initials}>
      {initialsOf(name)}
    </Avatar>
  );
}
