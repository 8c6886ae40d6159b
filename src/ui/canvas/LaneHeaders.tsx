import { useStore } from "@xyflow/react";
import { type CSSProperties, useRef } from "react";
import { useTranslation } from "react-i18next";
import { journeysInOrder, LANE_HEADER_WIDTH, lanesLeft } from "#model/geometry.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { personasOf } from "#model/queries.ts";
import { withSoftHyphens } from "#scene/text.ts";
import { useEditor } from "../map/open-map.ts";
import classes from "./LaneHeaders.module.css";
import { useViewportVariables } from "./use-viewport-variables.ts";

/** Once the headers of the lanes have left the view at the left, their essence stays at its edge. */
export function LaneHeaders({ map }: { readonly map: JourneyMap }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const layer = useRef<HTMLDivElement>(null);
  const isNeeded = useStore(
    ({ transform: [x, , zoom] }) => (lanesLeft(map) + LANE_HEADER_WIDTH * 0.6) * zoom + x < 0,
  );
  useViewportVariables(layer);
  return (
    // The headers are there already, as nodes with a name and a place in the tab order.
    <div ref={layer} className={classes.layer} data-shown={isNeeded || undefined} aria-hidden="true">
      {journeysInOrder(map).map((journey) => (
        <div
          key={journey.id}
          className={classes.lane}
          style={{ "--top": journey.position.y, "--height": journey.height } as CSSProperties}
        >
          <button
            type="button"
            tabIndex={-1}
            className={classes.header}
            onClick={() => editor.select({ nodeIds: [journey.id], connectionIds: [] })}
          >
            <span className={classes.owner} data-owner={journey.owner ?? "nobody"}>
              {journey.owner === null ? "?" : t(`common.letter.${journey.owner}`)}
            </span>
            <span className={classes.words}>
              <span className={classes.title}>{withSoftHyphens(journey.title) || t("scene.noTitle")}</span>
              {personasOf(map, journey.id).map((persona) => (
                <span key={persona.id} className={classes.persona}>
                  {persona.title}
                </span>
              ))}
            </span>
          </button>
        </div>
      ))}
    </div>
  );
}
