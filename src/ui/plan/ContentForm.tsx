import { Autocomplete, Switch, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import { changeContent, removeContents } from "#model/commands/plan.ts";
import type { ContentPiece, Id, JourneyMap } from "#model/journey-map.ts";
import { useEditor } from "../map/open-map.ts";
import { contentStatusName, contentStatusOf, usualStatuses } from "./content-status.ts";
import { NodesSelect, ResponsibleFields, TitleField, useWritten } from "./LineFields.tsx";
import { PlanForm } from "./PlanForm.tsx";

interface ContentFormProps {
  readonly map: JourneyMap;
  readonly content: ContentPiece;
  onClose(): void;
  onShowNodes(nodeIds: readonly Id[]): void;
}

/** A content piece: for whom, where, when it is delivered, and by whom. */
export function ContentForm({ map, content, onClose, onShowNodes }: ContentFormProps) {
  const { t } = useTranslation();
  const textOf = useText();
  const editor = useEditor();
  const written = useWritten();
  const { id } = content;
  const changed = (values: Partial<ContentPiece>, mergeKey?: string) =>
    changeContent(map, id, values, mergeKey);
  const change = (values: Partial<ContentPiece>) => editor.dispatch(changed(values));
  const text = (name: "title" | "format" | "trigger" | "status", label = t(`plan.fields.${name}`)) =>
    written(label, content[name], (typed) => changed({ [name]: typed }, name));
  const status = text("status");
  return (
    <PlanForm
      name={t("plan.content")}
      onClose={onClose}
      onRemove={() => editor.dispatch(removeContents(map, [id]))}
    >
      <TitleField {...text("title", t("field.title"))} />
      <TextInput {...text("format")} placeholder={t("plan.formatExample")} />
      <TextInput {...text("trigger")} placeholder={t("plan.triggerExample")} />
      <Switch
        label={t("plan.fields.automated")}
        checked={content.automated}
        onChange={(event) => change({ automated: event.currentTarget.checked })}
      />
      <ResponsibleFields line={content} write={changed} />
      <Autocomplete
        label={status.label}
        value={contentStatusName(textOf, status.value)}
        data={usualStatuses.map((usual) => contentStatusName(textOf, usual))}
        placeholder={t("plan.statusExample")}
        onChange={(value) => status.onChange({ currentTarget: { value: contentStatusOf(textOf, value) } })}
        onBlur={status.onBlur}
      />
      <NodesSelect
        map={map}
        kind="persona"
        label={t("plan.fields.personas")}
        value={content.personaIds}
        onChange={(personaIds) => change({ personaIds })}
      />
      <NodesSelect
        map={map}
        kind="touchpoint"
        label={t("plan.fields.touchpoints")}
        value={content.touchpointIds}
        onChange={(touchpointIds) => change({ touchpointIds })}
        onShow={onShowNodes}
      />
    </PlanForm>
  );
}
