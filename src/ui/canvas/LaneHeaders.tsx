import { useStore } from "@xyflow/react";
import { memo, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { journeysInOrder, LANE_HEADER_WIDTH, lanesLeft } from "#model/geometry.ts";
import type { Id, JourneyMap, Owner } from "#model/journey-map.ts";
import { personasOf } from "#model/queries.ts";
import { withSoftHyphens } from "#scene/text.ts";
import { useEditor } from "../map/open-map.ts";
import { useRem } from "../use-rem.ts";
import classes from "./LaneHeaders.module.css";
import { type Track, useFollowingTrack } from "./use-following-track.ts";
import { useSame } from "./use-same.ts";

/** Once the headers of the lanes have left the view at the left, their essence stays at its edge. */
export function LaneHeaders({ map }: { readonly map: JourneyMap }) {
  const lanes = useSame(
    journeysInOrder(map).map(({ id, title, owner, position, height }) => ({
      id,
      title,
      owner,
      top: position.y,
      height,
      personas: personasOf(map, id).map((persona) => ({ id: persona.id, title: persona.title })),
    })),
  );
  return <LaneColumn lanes={lanes} left={lanesLeft(map)} />;
}

interface LaneHead {
  readonly id: Id;
  readonly title: string;
  readonly owner: Owner;
  /** Map units. */
  readonly top: number;
  readonly height: number;
  readonly personas: readonly { readonly id: Id; readonly title: string }[];
}

interface LaneColumnProps {
  readonly lanes: readonly LaneHead[];
  /** Where the lanes begin, map units. */
  readonly left: number;
}

const LaneColumn = memo(function LaneColumn({ lanes, left }: LaneColumnProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const track = useRef<HTMLDivElement>(null);
  const isNeeded = useStore(({ transform: [x, , zoom] }) => (left + LANE_HEADER_WIDTH * 0.6) * zoom + x < 0);
  const rem = useRem(useStore((state) => state.width));
  const height = useStore((state) => state.height);
  const heads = useMemo(
    () => (isNeeded ? createTrack(lanes, rem, height) : null),
    [isNeeded, lanes, rem, height],
  );
  useFollowingTrack(track, heads);
  return (
    // The headers are there already, as nodes with a name and a place in the tab order.
    <div className={classes.layer} data-shown={isNeeded || undefined} aria-hidden="true">
      <div ref={track} className={classes.track}>
        {lanes.map((lane) => (
          <div key={lane.id} className={classes.lane}>
            <button
              type="button"
              tabIndex={-1}
              className={classes.header}
              onClick={() => editor.select({ nodeIds: [lane.id], connectionIds: [] })}
            >
              <span className={classes.owner} data-owner={lane.owner ?? "nobody"}>
                {lane.owner === null ? "?" : t(`common.letter.${lane.owner}`)}
              </span>
              <span className={classes.words}>
                <span className={classes.title}>{withSoftHyphens(lane.title) || t("scene.noTitle")}</span>
                {lane.personas.map((persona) => (
                  <span key={persona.id} className={classes.persona}>
                    {persona.title}
                  </span>
                ))}
              </span>
            </button>
          </div>
        ))}
      </div>
    </div>
  );
});

/** How far below the upper edge of the canvas, or of its lane, a header stands, screen pixels. */
const MARGIN = 6;
/** The stage headers lie over the top of the canvas, and a lane header is about so high: in rem. */
const STAGES_REM = 2.875;
const HEADER_REM = 4;
/** Below the one and above the other zoom the headers have their least and their largest size: see the style sheet. */
const SMALLEST_AT = 0.26;
const LARGEST_AT = 0.46;

/**
 * Brings each header level with its lane; a lane that has begun above the view has its own at the top. Those of lanes
 * out of view stay where they are, unseen. `height`: of the canvas, screen pixels.
 */
function createTrack(lanes: readonly LaneHead[], rem: number, height: number): Track {
  const move: Track["move"] = (track, [, y, zoom]) => {
    const top = y - STAGES_REM * rem;
    track.style.transform = `translateY(${top}px)`;
    lanes.forEach((lane, index) => {
      const header = track.children[index];
      if (!(header instanceof HTMLElement)) return;
      const start = lane.top * zoom;
      // A header may reach below a low lane.
      const reach = Math.max(lane.height * zoom, HEADER_REM * rem);
      const isSeen = start + reach + top > 0 && start + top < height;
      if (header.hidden === isSeen) header.hidden = !isSeen;
      if (!isSeen) return;
      const most = Math.max(0, lane.height * zoom - HEADER_REM * rem);
      const down = Math.min(Math.max(MARGIN - top - start, 0), most);
      const transform = `translateY(${start + down}px)`;
      if (header.style.transform !== transform) header.style.transform = transform;
    });
  };
  const layOut: Track["layOut"] = (track, zoom) => {
    const used = String(Math.min(Math.max(zoom, SMALLEST_AT), LARGEST_AT));
    if (track.style.getPropertyValue("--zoom") !== used) track.style.setProperty("--zoom", used);
  };
  return { move, layOut };
}
