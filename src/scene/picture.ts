import {
  boundsOf,
  columnsOf,
  LANE_HEADER_WIDTH,
  laneRectangle,
  type Rectangle,
  rectangleOf,
} from "#model/geometry.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { drawLegend, type LegendTexts } from "./draw-legend.ts";
import { boundsOfMap, drawMap, drawStageHeaders, STAGE_HEADER_HEIGHT } from "./draw-map.ts";
import type { Pen } from "./drawing.ts";
import { drawParagraph } from "./parts.ts";
import type { Shape } from "./shapes.ts";
import { shortenText } from "./text.ts";

export interface PictureOptions {
  /** Null: the whole map. */
  readonly nodeIds: readonly string[] | null;
  readonly hasTitle: boolean;
  readonly hasLegend: boolean;
  /** A date as the reader writes it, or null for none. */
  readonly date: string | null;
}

/** A finished picture: the drawing list with its origin at 0, 0. Map units. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

const MARGIN = 40;
const TITLE_HEIGHT = 84;
/** Between the map and its legend. */
const LEGEND_GAP = 22;
/** A title reads well over this width, a legend in few rows over that one. */
const TITLE_WIDTH = 480;
const LEGEND_WIDTH = 960;
/** The sheet that stands for a map without any node. */
const EMPTY = { width: 1200, height: 360 };

export interface PictureTexts extends LegendTexts {
  readonly emptyMap: string;
}

/** The picture of a map for taking away: the near level with stage headers, title and legend around it. */
export function drawPicture(
  map: JourneyMap,
  options: PictureOptions,
  texts: PictureTexts,
  pen: Pen,
): Picture {
  const chosen = options.nodeIds === null ? undefined : withLanes(map, options.nodeIds);
  const drawn = chosen ? boundsOfNodes(map, chosen) : boundsOfMap(map);
  const bounds = drawn ?? emptyBounds(map);
  const hasStages = map.stages.length > 0 && (drawn === null || showsLanes(map, chosen));
  const headTop = MARGIN + (options.hasTitle ? TITLE_HEIGHT : 0);
  const top = headTop + (hasStages ? STAGE_HEADER_HEIGHT : 0);
  const room = Math.max(bounds.width, leastWidth(options));
  const width = room + 2 * MARGIN;
  const legend = options.hasLegend
    ? drawLegend(map, chosen ?? Object.keys(map.nodes), texts, room, pen)
    : null;
  const legendHeight = legend ? LEGEND_GAP + legend.height : 0;
  const height = top + bounds.height + legendHeight + MARGIN;
  const { lanes, connections, nodes } = drawMap(map, "near", pen, chosen);
  const shapes: Shape[] = [
    { type: "rectangle", x: 0, y: 0, width, height, fill: "surface" },
    ...(options.hasTitle || options.date !== null ? drawHead(map, options, width, pen) : []),
    {
      type: "group",
      x: MARGIN + (room - bounds.width) / 2 - bounds.x,
      y: top - bounds.y,
      shapes: [
        ...(drawn === null ? drawEmpty(bounds, texts, pen) : []),
        ...(hasStages ? drawStageHeaders(map, bounds.y - STAGE_HEADER_HEIGHT, pen) : []),
        ...lanes,
        ...connections,
        ...nodes,
      ],
    },
    { type: "group", x: MARGIN, y: top + bounds.height + LEGEND_GAP, shapes: legend?.shapes ?? [] },
  ];
  return { width: Math.ceil(width), height: Math.ceil(height), shapes };
}

function leastWidth({ hasTitle, hasLegend, date }: PictureOptions): number {
  return hasLegend ? LEGEND_WIDTH : hasTitle || date !== null ? TITLE_WIDTH : 0;
}

/** Where the lanes would be, as wide as the stages that are there already. */
function emptyBounds(map: JourneyMap): Rectangle {
  const stages = columnsOf(map).reduce((sum, { width }) => sum + width, 0);
  return { x: 0, y: 0, width: Math.max(EMPTY.width, LANE_HEADER_WIDTH + stages), height: EMPTY.height };
}

function drawEmpty({ x, y, width, height }: Rectangle, { emptyMap: text }: PictureTexts, pen: Pen): Shape[] {
  const font = { size: 24, weight: 600 };
  return [
    {
      type: "rectangle",
      x,
      y,
      width,
      height,
      radius: 12,
      fill: "canvas",
      stroke: "line",
      strokeWidth: 2,
    },
    {
      type: "text",
      x: x + width / 2,
      y: y + height / 2 + font.size * 0.36,
      text: shortenText(text, { ...font, width: width - 2 * MARGIN }, pen.measure),
      ...font,
      color: "inkSoft",
      anchor: "middle",
    },
  ];
}

/** A chosen journey brings its lane, and with it all that stands in the lane. */
function withLanes(map: JourneyMap, nodeIds: readonly string[]): ReadonlySet<string> {
  const chosen = new Set(nodeIds);
  for (const node of Object.values(map.nodes)) {
    if (node.kind === "touchpoint" && node.journeyId !== null && chosen.has(node.journeyId))
      chosen.add(node.id);
  }
  return chosen;
}

function boundsOfNodes(map: JourneyMap, chosen: ReadonlySet<string>): Rectangle | null {
  return boundsOf(
    [...chosen]
      .map((id) => map.nodes[id])
      .filter((node) => node !== undefined)
      .map((node) => (node.kind === "journey" ? laneRectangle(map, node) : rectangleOf(node))),
  );
}

function showsLanes(map: JourneyMap, chosen: ReadonlySet<string> | undefined): boolean {
  return Object.values(map.nodes).some(
    (node) => node.kind === "journey" && (chosen === undefined || chosen.has(node.id)),
  );
}

function drawHead(map: JourneyMap, options: PictureOptions, width: number, pen: Pen): Shape[] {
  const room = width - 2 * MARGIN;
  const dateRoom = options.date === null ? 0 : pen.measure(options.date, { size: 18, weight: 500 }) + 24;
  const title = drawParagraph(
    map.title,
    { x: MARGIN, y: 30, width: room - dateRoom, size: 34, weight: 750, lines: 1, color: "ink" },
    pen,
  );
  const description = drawParagraph(
    map.description,
    { x: MARGIN, y: 76, width: room, size: 18, weight: 450, lines: 1, color: "inkSoft" },
    pen,
  );
  const date: Shape[] =
    options.date === null
      ? []
      : [
          {
            type: "text",
            x: width - MARGIN,
            y: options.hasTitle ? 62 : 30,
            text: options.date,
            size: 18,
            weight: 500,
            color: "inkSoft",
            anchor: "end",
          },
        ];
  return options.hasTitle ? [...title.shapes, ...description.shapes, ...date] : date;
}
