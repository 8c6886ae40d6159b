import { Button, Group, Modal, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { unifyPeople } from "#model/commands/people.ts";
import type { Id } from "#model/journey-map.ts";
import type { PortfolioPerson } from "#model/portfolio/people.ts";
import type { PartProps } from "./part-props.ts";
import classes from "./portfolio.module.css";

interface SamePersonDialogProps {
  readonly person: PortfolioPerson;
  readonly people: readonly PortfolioPerson[];
  readonly onChange: PartProps["onChange"];
  onClose(): void;
}

/** Two names that mean one person: all maps get one name and one e-mail, and each of them one entry. */
export function SamePersonDialog({ person, people, onChange, onClose }: SamePersonDialogProps) {
  const { t } = useTranslation();
  const [otherKey, setOtherKey] = useState<string | null>(null);
  const [name, setName] = useState(person.name);
  const [typedEmail, setEmail] = useState<string | null>(null);
  const other = people.find(({ key }) => key === otherKey);
  // Until somebody types one it follows the choice: that of a person who is not meant would join two people.
  const email = typedEmail ?? (person.email.trim() || (other?.email ?? ""));
  const byMap = new Map<Id, Id[]>();
  for (const { mapId, personId } of [...person.entries, ...(other?.entries ?? [])])
    byMap.set(mapId, [...(byMap.get(mapId) ?? []), personId]);

  function merge(): void {
    const values = { name: name.trim(), email: email.trim() };
    const words = {
      about: t("portfolio.merging", { name: values.name }),
      done: t("portfolio.merged", { name: values.name }),
    };
    onChange(words, [...byMap.keys()], (map) => unifyPeople(byMap.get(map.id) ?? [], values));
    onClose();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t("portfolio.samePersonTitle")}
      closeButtonProps={{ "aria-label": t("common.cancel") }}
    >
      <Select
        data-autofocus
        searchable
        limit={100}
        allowDeselect={false}
        label={t("people.mergeQuestion", { name: person.name })}
        data={people
          .filter(({ key }) => key !== person.key)
          .map((one) => ({
            value: one.key,
            label: [one.name.trim() || t("kind.untitled"), one.email].filter(Boolean).join(", "),
          }))}
        value={otherKey}
        onChange={setOtherKey}
      />
      <TextInput
        mt="md"
        label={t("portfolio.commonName")}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        mt="md"
        label={t("portfolio.commonEmail")}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <p className={classes.effect} aria-live="polite">
        {other && t("portfolio.mergeEffect", { count: byMap.size })}
      </p>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("common.cancel")}
        </Button>
        <Button disabled={!other || name.trim() === ""} onClick={merge}>
          {t("people.mergeConfirm")}
        </Button>
      </Group>
    </Modal>
  );
}
