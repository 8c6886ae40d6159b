import { Button, Group, Paper, Text, Title } from "@mantine/core";
import { Columns3, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { combine } from "#model/commands/command.ts";
import { addNode } from "#model/commands/nodes.ts";
import { addStage } from "#model/commands/stages.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { newNode, newStage } from "#model/new-objects.ts";
import { useEditor } from "../map/open-map.ts";
import { useServices } from "../services.ts";
import { useCanvasKeys } from "./canvas-keys.ts";
import classes from "./EmptyHint.module.css";

const ENTER = { key: "Enter", shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

interface EmptyHintProps {
  readonly map: JourneyMap;
  /** The id of the words, by which the canvas is described. */
  readonly textId: string;
}

/** What to do with an empty map; it goes away with the first node. */
export function EmptyHint({ map, textId }: EmptyHintProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const keys = useCanvasKeys();
  const { newId } = useServices();

  function addUsualStages(): void {
    const stages = t("canvas.usualStages")
      .split("\n")
      .map((name, index) => addStage(newStage(newId(), name), index));
    const journey = addNode(newNode("journey", newId(), { x: 0, y: 0 }, { title: t("kind.newJourney") }));
    editor.dispatch(combine({ key: "addStage", name: t("canvas.emptyStages") }, [...stages, journey]));
  }

  return (
    <Paper className={classes.hint} shadow="sm" radius="lg" p="xl" withBorder>
      <div id={textId}>
        <Title order={2} size="h3">
          {t("canvas.emptyTitle")}
        </Title>
        <Text className={classes.text}>{t("canvas.emptyText")}</Text>
      </div>
      <Group mt="md">
        <Button leftSection={<Plus size="1rem" />} onClick={() => keys.capture(ENTER, null)}>
          {t("canvas.emptyTouchpoint")}
        </Button>
        {map.stages.length === 0 && (
          <Button variant="default" leftSection={<Columns3 size="1rem" />} onClick={addUsualStages}>
            {t("canvas.emptyStages")}
          </Button>
        )}
      </Group>
    </Paper>
  );
}
