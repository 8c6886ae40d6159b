import { Select, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { changeMeasure, removeMeasures } from "#model/commands/plan.ts";
import { LAST_DATE } from "#model/dates.ts";
import { type Id, type JourneyMap, type Measure, measureStatuses } from "#model/journey-map.ts";
import { isOverdue } from "#model/overdue.ts";
import { useEditor } from "../map/open-map.ts";
import { NodesSelect, ResponsibleFields, TitleField, useWritten } from "./LineFields.tsx";
import { PlanForm } from "./PlanForm.tsx";
import classes from "./plan.module.css";

interface MeasureFormProps {
  readonly map: JourneyMap;
  readonly measure: Measure;
  readonly today: string;
  /** It was planned just now, with a title that is a suggestion. */
  readonly isNew: boolean;
  onClose(): void;
  onShowNodes(nodeIds: readonly Id[]): void;
}

/** One line of the plan: who does what, from when, until when, for which result. */
export function MeasureForm({ map, measure, today, isNew, onClose, onShowNodes }: MeasureFormProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const written = useWritten();
  const { id } = measure;
  const changed = (values: Partial<Measure>, mergeKey?: string) => changeMeasure(map, id, values, mergeKey);
  const change = (values: Partial<Measure>) => editor.dispatch(changed(values));
  const text = (name: "title" | "budget" | "desiredResult") =>
    written(t(`plan.fields.${name}`), measure[name], (typed) => changed({ [name]: typed }, name));
  const date = (name: "startOn" | "dueOn") => ({
    type: "date",
    max: LAST_DATE,
    ...written(t(`plan.fields.${name}`), measure[name] ?? "", (typed) =>
      changed({ [name]: typed || null }, name),
    ),
  });
  const { startOn, dueOn } = measure;
  const endsBefore = startOn !== null && dueOn !== null && dueOn < startOn;
  const untilProblem =
    [endsBefore && t("plan.endsBefore"), isOverdue(measure, today) && t("plan.overdue")]
      .filter(Boolean)
      .join("; ") || null;
  return (
    <PlanForm
      name={t("plan.measure")}
      onClose={onClose}
      onRemove={() => editor.dispatch(removeMeasures(map, [id]))}
    >
      <TitleField {...text("title")} isNew={isNew} />
      <Select
        label={t("plan.fields.status")}
        allowDeselect={false}
        data={measureStatuses.map((value) => ({ value, label: t(`plan.status.${value}`) }))}
        value={measure.status}
        onChange={(value) => value && change({ status: value as Measure["status"] })}
      />
      <ResponsibleFields line={measure} write={changed} />
      <div className={classes.pair}>
        <TextInput {...date("startOn")} />
        <TextInput {...date("dueOn")} error={untilProblem} />
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
