import { ActionIcon, Button, TextInput } from "@mantine/core";
import { ArrowLeft, ArrowRight, Plus, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { addStage, moveStage, removeStage, renameStage } from "#model/commands/stages.ts";
import type { Stage } from "#model/journey-map.ts";
import { newStage } from "#model/new-objects.ts";
import { useEditor, useEditorState } from "../../map/open-map.ts";
import { useServices } from "../../services.ts";
import classes from "./Details.module.css";

/** The stages of the map in order, to be named, moved and removed. */
export function StageList() {
  const { t } = useTranslation();
  const editor = useEditor();
  const { newId } = useServices();
  const stages = useEditorState(({ map }) => map.stages);
  return (
    <section className={classes.section} aria-label={t("details.stages")}>
      <h3 className={classes.sectionTitle}>{t("details.stages")}</h3>
      {stages.length === 0 && <p className={classes.hint}>{t("details.noStages")}</p>}
      <ol className={classes.list}>
        {stages.map((stage, index) => (
          <StageItem key={stage.id} stage={stage} index={index} isLast={index === stages.length - 1} />
        ))}
      </ol>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<Plus size="1rem" aria-hidden />}
        onClick={() => editor.dispatch(addStage(newStage(newId(), t("details.newStage")), stages.length))}
      >
        {t("details.addStage")}
      </Button>
    </section>
  );
}

interface StageItemProps {
  readonly stage: Stage;
  readonly index: number;
  readonly isLast: boolean;
}

function StageItem({ stage: { id, name }, index, isLast }: StageItemProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const shown = name || t("kind.untitled");
  return (
    <li className={classes.stage}>
      <TextInput
        className={classes.stageName}
        aria-label={t("details.stageName", { number: index + 1 })}
        placeholder={t("kind.untitled")}
        value={name}
        onChange={(event) => editor.dispatch(renameStage(id, event.currentTarget.value))}
        onBlur={editor.endMerge}
      />
      <ActionIcon.Group>
        <ActionIcon
          variant="default"
          size="lg"
          disabled={index === 0}
          aria-label={t("details.moveLeft", { name: shown })}
          onClick={() => editor.dispatch(moveStage(id, name, index - 1))}
        >
          <ArrowLeft size="1rem" aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          disabled={isLast}
          aria-label={t("details.moveRight", { name: shown })}
          onClick={() => editor.dispatch(moveStage(id, name, index + 1))}
        >
          <ArrowRight size="1rem" aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t("details.removeStage", { name: shown })}
          onClick={() => editor.dispatch(removeStage(id, name))}
        >
          <Trash2 size="1rem" aria-hidden />
        </ActionIcon>
      </ActionIcon.Group>
    </li>
  );
}
