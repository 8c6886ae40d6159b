import { ActionIcon, Menu } from "@mantine/core";
import {
  ArrowLeft,
  ArrowRight,
  ChevronDown,
  FoldHorizontal,
  Pencil,
  Plus,
  Trash2,
  UnfoldHorizontal,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { MINIMUM_STAGE_WIDTH, moveStage, removeStage, resizeStage } from "#model/commands/stages.ts";
import type { Stage } from "#model/journey-map.ts";
import { useEditor } from "../map/open-map.ts";
import classes from "./StageHeaders.module.css";

/** How much wider or narrower a stage becomes by menu, map units. */
const WIDTH_STEP = 100;

interface StageMenuProps {
  readonly stage: Stage;
  readonly index: number;
  readonly isLast: boolean;
  onRename(): void;
  /** Where in the order the new stage goes. */
  onAdd(index: number): void;
}

/** Everything that can be done with a stage, also without a mouse. */
export function StageMenu({ stage, index, isLast, onRename, onAdd }: StageMenuProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const move = (to: number) => editor.dispatch(moveStage(stage.id, stage.name, to));
  const setWidth = (width: number) => editor.dispatch(resizeStage(stage.id, stage.name, width));
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          className={classes.menu ?? ""}
          variant="subtle"
          color="dark"
          size="sm"
          aria-label={t("canvas.stageMenu", { name: stage.name })}
        >
          <ChevronDown size="0.9375rem" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Pencil size="0.9375rem" />} onClick={onRename}>
          {t("canvas.renameStage")}
        </Menu.Item>
        <Menu.Item leftSection={<Plus size="0.9375rem" />} onClick={() => onAdd(index)}>
          {t("canvas.addStageBefore")}
        </Menu.Item>
        <Menu.Item leftSection={<Plus size="0.9375rem" />} onClick={() => onAdd(index + 1)}>
          {t("canvas.addStageAfter")}
        </Menu.Item>
        <Menu.Item
          leftSection={<ArrowLeft size="0.9375rem" />}
          disabled={index === 0}
          onClick={() => move(index - 1)}
        >
          {t("canvas.moveStageLeft")}
        </Menu.Item>
        <Menu.Item
          leftSection={<ArrowRight size="0.9375rem" />}
          disabled={isLast}
          onClick={() => move(index + 1)}
        >
          {t("canvas.moveStageRight")}
        </Menu.Item>
        <Menu.Item
          closeMenuOnClick={false}
          leftSection={<UnfoldHorizontal size="0.9375rem" />}
          onClick={() => setWidth(stage.width + WIDTH_STEP)}
        >
          {t("canvas.widenStage")}
        </Menu.Item>
        <Menu.Item
          closeMenuOnClick={false}
          leftSection={<FoldHorizontal size="0.9375rem" />}
          disabled={stage.width <= MINIMUM_STAGE_WIDTH}
          onClick={() => setWidth(stage.width - WIDTH_STEP)}
        >
          {t("canvas.narrowStage")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          color="red"
          leftSection={<Trash2 size="0.9375rem" />}
          onClick={() => editor.dispatch(removeStage(stage.id, stage.name))}
        >
          {t("canvas.removeStage")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
