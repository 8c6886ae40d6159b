import { ActionIcon, Tooltip } from "@mantine/core";
import { useStore } from "@xyflow/react";
import { Plus } from "lucide-react";
import { type KeyboardEvent, memo, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { addStage, moveStage, removeStage, renameStage, resizeStage } from "#model/commands/stages.ts";
import { type Column, columnsOf, LANE_HEADER_WIDTH, lanesLeft } from "#model/geometry.ts";
import type { Id, JourneyMap, Stage } from "#model/journey-map.ts";
import { newStage } from "#model/new-objects.ts";
import { softlyHyphenated } from "#scene/text.ts";
import { useEditor } from "../map/open-map.ts";
import { useServices } from "../services.ts";
import { useRem } from "../use-rem.ts";
import { useCanvasState, useCanvasStore } from "./canvas-state.ts";
import classes from "./StageHeaders.module.css";
import { StageMenu } from "./StageMenu.tsx";
import { type Track, useFollowingTrack } from "./use-following-track.ts";
import { useSame } from "./use-same.ts";
import { useStageDrag, useStageResize } from "./use-stage-drag.ts";

/** Screen pixels between two columns. */
const GAP = 4;
/** Seen from afar a column is narrow, and its name must still be read: the size of its type, in rem. */
const LARGEST_TYPE = 0.9375;
const SMALLEST_TYPE = 0.65;
/** The same as a share of the column's width. */
const TYPE_TO_WIDTH = 0.13;
/** From here on the letters shrink no more, and even short words may be broken; in rem. */
const NARROW = SMALLEST_TYPE / TYPE_TO_WIDTH;

interface Place {
  /** Map units. */
  readonly start: number;
  /** Map units; null where what stands there has a width of its own. */
  readonly width: number | null;
}

/**
 * `places`: where the columns stand, in their order. Their type is given a size here, and not by container queries:
 * the browser would look into each column again for every new width.
 */
function createTrack(places: readonly Place[], rem: number): Track {
  return {
    // The whole row is moved and stretched: each column for itself would cost more than all else that moves.
    move(row, [x], stretch) {
      row.style.transform = `translateX(${x}px) scaleX(${stretch})`;
    },
    layOut(row, zoom) {
      const columns = row.querySelectorAll<HTMLElement>("[data-column]");
      places.forEach((place, index) => {
        const column = columns[index];
        if (!column) return;
        column.style.left = `${place.start * zoom + GAP / 2}px`;
        if (place.width === null) return;
        const width = Math.max(0, place.width * zoom - GAP);
        const type = Math.min(Math.max(SMALLEST_TYPE * rem, width * TYPE_TO_WIDTH), LARGEST_TYPE * rem);
        column.style.width = `${width}px`;
        column.style.fontSize = `${type}px`;
        column.toggleAttribute("data-narrow", width <= NARROW * rem);
      });
    },
  };
}

/** The names of the stages over their columns, always in sight. */
export function StageHeaders({ map }: { readonly map: JourneyMap }) {
  const columns = useSame(columnsOf(map));
  return <StageRow stages={map.stages} columns={columns} left={lanesLeft(map)} />;
}

interface StageRowProps {
  readonly stages: readonly Stage[];
  readonly columns: readonly Column[];
  /** Where the first lane begins, map units. */
  readonly left: number;
}

const StageRow = memo(function StageRow({ stages, columns, left }: StageRowProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const { newId } = useServices();
  const track = useRef<HTMLDivElement>(null);
  const canvas = useCanvasStore();
  const renamingId = useCanvasState((state) => state.renamingStageId);
  const setRenamingId = (id: Id | null) => canvas.setState({ renamingStageId: id });
  useEffect(() => () => canvas.setState({ renamingStageId: null }), [canvas]);
  const end = columns.at(-1);
  const addFrom = left + (end ? end.offset + end.width : LANE_HEADER_WIDTH);
  const rem = useRem(useStore((state) => state.width));
  const places = useMemo(
    () =>
      createTrack(
        [
          ...columns.map(({ offset, width }) => ({ start: left + offset, width })),
          { start: addFrom, width: null },
        ],
        rem,
      ),
    [columns, left, addFrom, rem],
  );
  useFollowingTrack(track, places);

  function add(index: number): void {
    const id = newId();
    editor.dispatch(addStage(newStage(id, t("canvas.newStage", { number: stages.length + 1 })), index));
    setRenamingId(id);
  }

  return (
    <div className={classes.bar} data-stage-headers="">
      <div ref={track} className={classes.track}>
        <ul className={classes.list} aria-label={t("canvas.stages")}>
          {columns.map(({ stageId }) => {
            const index = stages.findIndex(({ id }) => id === stageId);
            const stage = stages[index];
            return (
              <li key={stageId ?? "none"} className={classes.column} data-column="">
                {stage ? (
                  <StageHeader
                    stages={stages}
                    stage={stage}
                    index={index}
                    isRenaming={renamingId === stage.id}
                    onRename={setRenamingId}
                    onAdd={add}
                  />
                ) : (
                  <span className={classes.none}>{t("scene.noStage")}</span>
                )}
              </li>
            );
          })}
        </ul>
        <div className={classes.add} data-column="">
          <Tooltip label={t("canvas.addStage")}>
            <ActionIcon
              variant="default"
              size="md"
              aria-label={t("canvas.addStage")}
              onClick={() => add(stages.length)}
            >
              <Plus size="1rem" />
            </ActionIcon>
          </Tooltip>
        </div>
      </div>
    </div>
  );
});

interface StageHeaderProps {
  readonly stages: readonly Stage[];
  readonly stage: Stage;
  readonly index: number;
  readonly isRenaming: boolean;
  onRename(id: Id | null): void;
  onAdd(index: number): void;
}

function StageHeader({ stages, stage, index, isRenaming, onRename, onAdd }: StageHeaderProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const move = (to: number) => editor.dispatch(moveStage(stage.id, stage.name, to));
  const drag = useStageDrag(stages, stage, index, move);
  const resize = useStageResize(stage, (width) => editor.dispatch(resizeStage(stage.id, stage.name, width)));

  function handleKeyDown(event: KeyboardEvent): void {
    if (event.key === "F2" || event.key === "Enter") onRename(stage.id);
    else if (event.altKey && event.key === "ArrowLeft") move(index - 1);
    else if (event.altKey && event.key === "ArrowRight") move(index + 1);
    else if (event.key === "Delete") editor.dispatch(removeStage(stage.id, stage.name));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  if (isRenaming) return <StageName stage={stage} onClose={() => onRename(null)} />;
  return (
    <div className={classes.header} data-dragging={drag.isDragging || undefined} style={drag.style}>
      <button
        type="button"
        className={classes.name}
        data-stage={stage.id}
        title={stage.description || stage.name}
        aria-label={t("canvas.stageNamed", { name: stage.name })}
        onDoubleClick={() => onRename(stage.id)}
        onKeyDown={handleKeyDown}
        {...drag.handlers}
      >
        <span dir="auto">{stage.name === "" ? t("scene.noTitle") : <Words text={stage.name} />}</span>
      </button>
      <StageMenu
        stage={stage}
        index={index}
        isLast={index === stages.length - 1}
        onRename={() => onRename(stage.id)}
        onAdd={onAdd}
      />
      <span className={classes.resize} aria-hidden="true" {...resize} />
    </div>
  );
}

/** Seen from afar a column is narrower than a short word: there, and only there, that may be broken, too. */
function Words({ text }: { readonly text: string }) {
  return (
    <span>
      {softlyHyphenated(text).map(({ hyphenated, isShort }, index) =>
        isShort ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is all that tells two equal words apart.
          <span key={index} className={classes.shortWord}>
            {hyphenated}
          </span>
        ) : (
          hyphenated
        ),
      )}
    </span>
  );
}

function StageName({ stage, onClose }: { readonly stage: Stage; onClose(): void }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const [start] = useState(stage.name);
  const input = useRef<HTMLInputElement>(null);
  // The column may still be on its way into view: scrolling to it would shift the row against the columns.
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  return (
    <input
      ref={input}
      className={classes.input}
      aria-label={t("canvas.stageName")}
      value={stage.name}
      maxLength={200}
      dir="auto"
      onFocus={(event) => {
        editor.endMerge();
        event.currentTarget.select();
      }}
      onChange={(event) => editor.dispatch(renameStage(stage.id, event.currentTarget.value))}
      onBlur={() => {
        editor.endMerge();
        onClose();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape" && stage.name !== start) editor.undo();
        if (event.key === "Enter" || event.key === "Escape") onClose();
      }}
    />
  );
}
