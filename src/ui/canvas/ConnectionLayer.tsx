import { ViewportPortal } from "@xyflow/react";
import { type MouseEvent, useCallback, useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Rectangle } from "#model/geometry.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { useEditor } from "../map/open-map.ts";
import classes from "./ConnectionView.module.css";
import { ConnectionView } from "./ConnectionView.tsx";
import { useCanvasState } from "./canvas-state.ts";
import { useDraggedElements } from "./elements.ts";
import { createShownConnections } from "./shown-connections.ts";

interface Props {
  readonly map: JourneyMap;
  readonly selectedIds: readonly Id[];
  /** Only connections that come into this part of the map; null: all of them. */
  readonly part: Rectangle | null;
  onContextMenu(event: MouseEvent, id: Id): void;
}

/**
 * The connections as elements, in one picture between the lanes and the nodes. They are no edges of React Flow: each
 * of its edges asks for its ends anew at every movement of the hand.
 */
export function ConnectionLayer({ map, selectedIds, part, onContextMenu }: Props) {
  const { t } = useTranslation();
  const editor = useEditor();
  const helpId = useId();
  const dragged = useDraggedElements();
  const isFaded = useCanvasState((state) => state.showGaps);
  const detail = useCanvasState((state) => state.detail);
  const [find] = useState(createShownConnections);
  const shown = useMemo(() => find({ map, dragged, part }), [find, map, dragged, part]);
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
    <ViewportPortal>
      <svg className={classes.layer} role="presentation">
        <desc id={helpId}>{t("canvas.connectionHelp")}</desc>
        {shown.map((connection) => (
          <ConnectionView
            key={connection.id}
            connection={connection}
            detail={detail}
            isSelected={selectedIds.includes(connection.id)}
            isFaded={isFaded}
            helpId={helpId}
            onSelect={select}
            onContextMenu={onContextMenu}
          />
        ))}
      </svg>
    </ViewportPortal>
  );
}
