import { Select, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { changeMeasure, removeMeasures } from "#model/commands/plan.ts";
import { type Id, type JourneyMap, type Measure, measureStatuses } from "#model/journey-map.ts";
import { newPerson } from "#model/new-objects.ts";
import { isOverdue } from "#model/overdue.ts";
import { useEditor } from "../map/open-map.ts";
import { OwnerControl } from "../panels/details/OwnerControl.tsx";
import { PersonSelect } from "../panels/details/PersonSelect.tsx";
import { useServices } from "../services.ts";
import { NodesSelect, PlanForm, withNewPerson } from "./PlanForm.tsx";
import classes from "./plan.module.css";

interface MeasureFormProps {
  readonly map: JourneyMap;
  readonly measure: Measure;
  readonly today: string;
  onClose(): void;
  onShowNodes(nodeIds: readonly Id[]): void;
}

/** One line of the plan: who does what, from when, until when, for which result. */
export function MeasureForm({ map, measure, today, onClose, onShowNodes }: MeasureFormProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const { newId } = useServices();
  const { id } = measure;
  const change = (values: Partial<Measure>, mergeKey?: string) =>
    editor.dispatch(changeMeasure(map, id, values, mergeKey));
  const text = (name: "title" | "budget" | "desiredResult") => ({
    label: t(`plan.fields.${name}`),
    value: measure[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      change({ [name]: event.currentTarget.value }, name),
    onBlur: editor.endMerge,
  });
  const date = (name: "startOn" | "dueOn") => ({
    type: "date",
    label: t(`plan.fields.${name}`),
    value: measure[name] ?? "",
    onChange: (event: { currentTarget: { value: string } }) =>
      change({ [name]: event.currentTarget.value || null }, name),
    onBlur: editor.endMerge,
  });
  return (
    <PlanForm
      name={t("plan.measure")}
      onClose={onClose}
      onRemove={() => editor.dispatch(removeMeasures(map, [id]))}
    >
      <Textarea
        {...text("title")}
        autosize
        minRows={1}
        maxRows={6}
        data-autofocus
        autoFocus={measure.title === ""}
      />
      <Select
        label={t("plan.fields.status")}
        allowDeselect={false}
        data={measureStatuses.map((value) => ({ value, label: t(`plan.status.${value}`) }))}
        value={measure.status}
        onChange={(value) => value && change({ status: value as Measure["status"] })}
      />
      <OwnerControl
        label={t("plan.fields.owner")}
        value={measure.owner}
        onChange={(owner) => change({ owner })}
      />
      <PersonSelect
        label={t("plan.fields.person")}
        value={measure.managerId}
        onPick={(managerId) => change({ managerId })}
        onAdd={(name) =>
          editor.dispatch(
            withNewPerson(newPerson(newId(), name), (managerId) => changeMeasure(map, id, { managerId })),
          )
        }
      />
      <div className={classes.pair}>
        <TextInput {...date("startOn")} />
        <TextInput {...date("dueOn")} error={isOverdue(measure, today) ? t("plan.overdue") : null} />
      </div>
      <TextInput {...text("budget")} />
      <Textarea {...text("desiredResult")} autosize minRows={2} maxRows={8} />
      <NodesSelect
        map={map}
        kind="touchpoint"
        label={t("plan.fields.touchpoints")}
        value={measure.touchpointIds}
        onChange={(touchpointIds) => change({ touchpointIds })}
        onShow={onShowNodes}
      />
    </PlanForm>
  );
}
