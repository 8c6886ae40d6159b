import { Button, MultiSelect, Textarea } from "@mantine/core";
import { Map as MapIcon } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Command } from "#model/commands/command.ts";
import { addPerson } from "#model/commands/people.ts";
import type { NodeKind } from "#model/fields.ts";
import type { Id, JourneyMap, Owner, Person } from "#model/journey-map.ts";
import { newPerson } from "#model/new-objects.ts";
import { nodesInReadingOrder } from "#model/reading-order.ts";
import { useEditor } from "../map/open-map.ts";
import { OwnerControl } from "../panels/details/OwnerControl.tsx";
import { PersonSelect } from "../panels/details/PersonSelect.tsx";
import { useServices } from "../services.ts";

/** A text as one types it: each field is one step until it is left. */
interface Written {
  readonly label: string;
  readonly value: string;
  onChange(event: { readonly currentTarget: { readonly value: string } }): void;
  onBlur(): void;
}

/** Gives a field of text what it shows and what it does. `write`: the command for what has been typed. */
export function useWritten(): (label: string, value: string, write: (typed: string) => Command) => Written {
  const editor = useEditor();
  return (label, value, write) => ({
    label,
    value,
    onChange: (event) => editor.dispatch(write(event.currentTarget.value)),
    onBlur: editor.endMerge,
  });
}

interface TitleFieldProps extends Written {
  /** It has a title that only stands in for the one that somebody types. */
  readonly isNew?: boolean;
}

/** The title of a line; of a new one it is what is typed first. */
export function TitleField({ isNew = false, ...written }: TitleFieldProps) {
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!isNew) return;
    input.current?.focus();
    input.current?.select();
  }, [isNew]);
  return (
    <Textarea
      {...written}
      ref={input}
      autosize
      minRows={1}
      maxRows={6}
      data-autofocus
      autoFocus={written.value === ""}
    />
  );
}

interface Responsible {
  readonly owner: Owner;
  readonly managerId: Id | null;
}

interface ResponsibleFieldsProps {
  readonly line: Responsible;
  /** The command that writes it into the line. */
  write(values: Partial<Responsible>): Command;
}

/** Who does what the line says: the discipline and the person. */
export function ResponsibleFields({ line: { owner, managerId }, write }: ResponsibleFieldsProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const { newId } = useServices();
  return (
    <>
      <OwnerControl
        label={t("plan.fields.owner")}
        value={owner}
        onChange={(chosen) => editor.dispatch(write({ owner: chosen }))}
      />
      <PersonSelect
        label={t("plan.fields.person")}
        value={managerId}
        onPick={(chosen) => editor.dispatch(write({ managerId: chosen }))}
        onAdd={(name) =>
          editor.dispatch(withNewPerson(newPerson(newId(), name), (added) => write({ managerId: added })))
        }
      />
    </>
  );
}

interface NodesSelectProps {
  readonly map: JourneyMap;
  readonly kind: NodeKind;
  readonly label: string;
  readonly value: readonly Id[];
  onChange(ids: readonly Id[]): void;
  onShow?(ids: readonly Id[]): void;
}

/** Nodes of a kind, chosen by typing a part of their titles. */
export function NodesSelect({ map, kind, label, value, onChange, onShow }: NodesSelectProps) {
  const { t } = useTranslation();
  const data = nodesInReadingOrder(map)
    .filter((node) => node.kind === kind)
    .map(({ id, title }) => ({ value: id, label: title.trim() || t("kind.untitled") }));
  return (
    <div>
      <MultiSelect
        label={label}
        searchable
        clearable
        hidePickedOptions
        maxDropdownHeight={280}
        limit={100}
        placeholder={value.length === 0 ? t("plan.chooseNodes") : ""}
        data={data}
        value={[...value]}
        onChange={onChange}
      />
      {onShow && value.length > 0 && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<MapIcon size="1rem" aria-hidden />}
          onClick={() => onShow(value)}
        >
          {t("plan.showOnMap")}
        </Button>
      )}
    </div>
  );
}

/** Adds a person and gives them something to do, as one step. */
function withNewPerson(person: Person, use: (personId: Id) => Command): Command {
  const add = addPerson(person);
  return {
    label: add.label,
    apply(draft) {
      add.apply(draft);
      use(person.id).apply(draft);
    },
  };
}
