import { ViewportPortal } from "@xyflow/react";
import { type MouseEvent, memo, useCallback, useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Rectangle } from "#model/geometry.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { markRadius } from "#scene/draw-connection.ts";
import { useEditor } from "../map/open-map.ts";
import classes from "./ConnectionView.module.css";
import { ConnectionView, MovingConnection } from "./ConnectionView.tsx";
import { useCanvasState } from "./canvas-state.ts";
import { MOST_LIFTED, useDraggedElements, useDraggedIds } from "./elements.ts";
import {
  createConnectionList,
  movingConnections,
  restingConnections,
  type ShownConnection,
} from "./shown-connections.ts";

interface LayerProps {
  readonly map: JourneyMap;
  /** Only connections that come into this part of the map; null: all of them. */
  readonly part: Rectangle | null;
  readonly selectedIds: readonly Id[];
  onContextMenu(event: MouseEvent, id: Id): void;
}

interface Props extends LayerProps {
  readonly isPainted: boolean;
}

/**
 * The connections as elements between the lanes and the nodes. They are no edges of React Flow: each of its edges asks
 * for its ends anew at every movement of the hand. What is dragged has a picture of its own, so that the other one
 * stays as it was painted.
 */
export function ConnectionLayer({ map, part, isPainted, selectedIds, onContextMenu }: Props) {
  const draggedIds = useDraggedIds(isPainted ? MOST_LIFTED : Number.POSITIVE_INFINITY);
  const focusedId = useCanvasState((state) => state.focusedConnectionId);
  const [list] = useState(createConnectionList);
  const kept = useMemo(
    () => (focusedId === null ? selectedIds : [...new Set([...selectedIds, focusedId])]),
    [selectedIds, focusedId],
  );
  const shown = useMemo(
    () => list((known) => restingConnections(map, part, draggedIds, known, kept)),
    [list, map, part, draggedIds, kept],
  );
  return (
    <ViewportPortal>
      <Connections
        shown={shown}
        isPainted={isPainted}
        selectedIds={selectedIds}
        onContextMenu={onContextMenu}
      />
      {draggedIds.length > 0 && (
        <MovingConnections map={map} isPainted={isPainted} selectedIds={selectedIds} />
      )}
    </ViewportPortal>
  );
}

/** While they move nobody can press them: only what is to be seen of them goes along. */
function MovingConnections({
  map,
  isPainted,
  selectedIds,
}: Pick<Props, "map" | "isPainted" | "selectedIds">) {
  const dragged = useDraggedElements(isPainted);
  const isFaded = useCanvasState((state) => state.showGaps);
  const detail = useCanvasState((state) => state.detail);
  const [list] = useState(createConnectionList);
  const shown = useMemo(() => list((known) => movingConnections(map, dragged, known)), [list, map, dragged]);
  return (
    <svg className={classes.layer} aria-hidden="true">
      {shown.map(({ id, look }) => (
        <MovingConnection
          key={id}
          look={look}
          detail={detail}
          isSelected={selectedIds.includes(id)}
          isFaded={isFaded}
        />
      ))}
    </svg>
  );
}

interface ConnectionsProps extends Omit<LayerProps, "map" | "part"> {
  readonly shown: readonly ShownConnection[];
  /** Their picture is a part of the painted map. */
  readonly isPainted: boolean;
}

const Connections = memo(function Connections(props: ConnectionsProps) {
  const { shown, isPainted, selectedIds, onContextMenu } = props;
  const { t } = useTranslation();
  const editor = useEditor();
  const helpId = useId();
  const isFaded = useCanvasState((state) => state.showGaps);
  const detail = useCanvasState((state) => state.detail);
  const select = useCallback(
    (event: MouseEvent, id: Id) => {
      const { connectionIds } = editor.store.getState().selection;
      const isAdding = event.shiftKey || event.ctrlKey || event.metaKey;
      if (!isAdding) editor.select({ nodeIds: [], connectionIds: [id] });
      else if (connectionIds.includes(id))
        editor.select({ connectionIds: connectionIds.filter((other) => other !== id) });
      else editor.select({ connectionIds: [...connectionIds, id] });
    },
    [editor],
  );
  if (shown.length === 0) return null;
  return (
    <svg className={classes.layer} role="presentation">
      <desc id={helpId}>{t("canvas.connectionHelp")}</desc>
      {shown.map((connection) => (
        <ConnectionView
          key={connection.id}
          connection={connection}
          detail={detail}
          isPainted={isPainted}
          isSelected={selectedIds.includes(connection.id)}
          isFaded={isFaded}
          helpId={helpId}
          onSelect={select}
          onContextMenu={onContextMenu}
        />
      ))}
      {detail !== "far" &&
        shown.map(
          ({ id, look: { handover, route } }) =>
            handover !== null && (
              // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has the connection itself.
              <circle
                key={id}
                className={`${classes.mark} nopan`}
                cx={route.middle.x}
                cy={route.middle.y}
                r={markRadius(route, detail)}
                onClick={(event) => select(event, id)}
                onContextMenu={(event) => onContextMenu(event, id)}
              />
            ),
        )}
    </svg>
  );
});
