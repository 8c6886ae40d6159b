import { Modal, Table } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { peopleInOrder } from "#model/queries.ts";
import { useJourneyMap } from "../../map/open-map.ts";
import { liveDialog } from "../../shell/live-dialog.ts";
import { AddPerson } from "./AddPerson.tsx";
import { MergeQuestion } from "./MergeQuestion.tsx";
import classes from "./People.module.css";
import { PersonRow } from "./PersonRow.tsx";
import type { PersonQuestion } from "./person-question.ts";
import { RemoveQuestion } from "./RemoveQuestion.tsx";

export interface PeopleDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** All people of the map: named, described, merged and removed. */
export function PeopleDialog({ opened, onClose }: PeopleDialogProps) {
  const { t } = useTranslation();
  const [question, setQuestion] = useState<PersonQuestion | null>(null);
  const isAsking = question !== null;
  return (
    <>
      <Modal
        opened={opened}
        onClose={onClose}
        title={t("people.title")}
        size="80rem"
        // The question on top has the keyboard for itself.
        closeOnEscape={!isAsking}
        trapFocus={!isAsking}
        {...liveDialog}
      >
        <PeopleTable onAsk={setQuestion} />
        <AddPerson />
      </Modal>
      {question?.kind === "merge" && (
        <MergeQuestion personId={question.personId} onClose={() => setQuestion(null)} />
      )}
      {question?.kind === "remove" && (
        <RemoveQuestion personId={question.personId} onClose={() => setQuestion(null)} />
      )}
    </>
  );
}

function PeopleTable({ onAsk }: { readonly onAsk: (question: PersonQuestion) => void }) {
  const { t } = useTranslation();
  const map = useJourneyMap();
  const people = peopleInOrder(map);
  if (people.length === 0) return <p className={classes.hint}>{t("people.none")}</p>;
  const names = people.map(({ name }) => name.trim().toLowerCase());
  return (
    <Table.ScrollContainer minWidth="52rem">
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("people.name")}</Table.Th>
            <Table.Th w="9.5rem">{t("people.discipline")}</Table.Th>
            <Table.Th>{t("people.role")}</Table.Th>
            <Table.Th>{t("people.email")}</Table.Th>
            <Table.Th className={classes.count}>{t("people.answersFor")}</Table.Th>
            <Table.Th>{t("people.actions")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              isDoubled={names.filter((name) => name === person.name.trim().toLowerCase()).length > 1}
              canMerge={people.length > 1}
              onAsk={onAsk}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
