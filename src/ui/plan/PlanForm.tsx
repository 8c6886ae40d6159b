import { ActionIcon, Button, MultiSelect } from "@mantine/core";
import { Map as MapIcon, Trash2, X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Command } from "#model/commands/command.ts";
import { addPerson } from "#model/commands/people.ts";
import type { NodeKind } from "#model/fields.ts";
import type { Id, JourneyMap, Person } from "#model/journey-map.ts";
import { nodesInReadingOrder } from "#model/queries.ts";
import classes from "./plan.module.css";

interface PlanFormProps {
  readonly name: string;
  readonly children: ReactNode;
  onRemove(): void;
  onClose(): void;
}

/** The fields of one line of the plan, beside it. */
export function PlanForm({ name, children, onRemove, onClose }: PlanFormProps) {
  const { t } = useTranslation();
  return (
    <aside className={classes.form} aria-label={name}>
      <div className={classes.formHead}>
        <h3>{name}</h3>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("plan.close")} onClick={onClose}>
          <X size="1.1rem" aria-hidden />
        </ActionIcon>
      </div>
      {children}
      <Button
        variant="subtle"
        color="red"
        size="sm"
        leftSection={<Trash2 size="1rem" aria-hidden />}
        onClick={() => {
          onRemove();
          onClose();
        }}
      >
        {t("plan.remove")}
      </Button>
    </aside>
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
export function withNewPerson(person: Person, use: (personId: Id) => Command): Command {
  const add = addPerson(person);
  return {
    label: add.label,
    apply(draft) {
      add.apply(draft);
      use(person.id).apply(draft);
    },
  };
}
