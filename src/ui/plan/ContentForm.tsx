import { Switch, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { changeContent, removeContents } from "#model/commands/plan.ts";
import type { ContentPiece, Id, JourneyMap } from "#model/journey-map.ts";
import { newPerson } from "#model/new-objects.ts";
import { useEditor } from "../map/open-map.ts";
import { OwnerControl } from "../panels/details/OwnerControl.tsx";
import { PersonSelect } from "../panels/details/PersonSelect.tsx";
import { useServices } from "../services.ts";
import { NodesSelect, PlanForm, withNewPerson } from "./PlanForm.tsx";

interface ContentFormProps {
  readonly map: JourneyMap;
  readonly content: ContentPiece;
  onClose(): void;
  onShowNodes(nodeIds: readonly Id[]): void;
}

/** A content piece: for whom, where, when it is delivered, and by whom. */
export function ContentForm({ map, content, onClose, onShowNodes }: ContentFormProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const { newId } = useServices();
  const { id } = content;
  const change = (values: Partial<ContentPiece>, mergeKey?: string) =>
    editor.dispatch(changeContent(map, id, values, mergeKey));
  const text = (name: "title" | "format" | "trigger" | "status") => ({
    label: t(`plan.fields.${name}`),
    value: content[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      change({ [name]: event.currentTarget.value }, name),
    onBlur: editor.endMerge,
  });
  return (
    <PlanForm
      name={t("plan.content")}
      onClose={onClose}
      onRemove={() => editor.dispatch(removeContents(map, [id]))}
    >
      <Textarea
        {...text("title")}
        autosize
        minRows={1}
        maxRows={6}
        data-autofocus
        autoFocus={content.title === ""}
      />
      <TextInput {...text("format")} placeholder={t("plan.formatExample")} />
      <TextInput {...text("trigger")} placeholder={t("plan.triggerExample")} />
      <Switch
        label={t("plan.fields.automated")}
        checked={content.automated}
        onChange={(event) => change({ automated: event.currentTarget.checked })}
      />
      <OwnerControl
        label={t("plan.fields.owner")}
        value={content.owner}
        onChange={(owner) => change({ owner })}
      />
      <PersonSelect
        label={t("plan.fields.person")}
        value={content.managerId}
        onPick={(managerId) => change({ managerId })}
        onAdd={(name) =>
          editor.dispatch(
            withNewPerson(newPerson(newId(), name), (managerId) => changeContent(map, id, { managerId })),
          )
        }
      />
      <TextInput {...text("status")} placeholder={t("plan.statusExample")} />
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
