import type { Command } from "#model/commands/command.ts";
import { type AddNodeOptions, addNode, nextLanePosition } from "#model/commands/nodes.ts";
import type { Discipline } from "#model/discipline.ts";
import {
  COLUMN_PITCH,
  journeysInOrder,
  MOST_CARDS_ABREAST,
  ROW_PITCH,
  rectangleOf,
} from "#model/geometry.ts";
import type { Id, Journey, JourneyMap, MapNode, Point, Touchpoint } from "#model/journey-map.ts";
import { newNode } from "#model/new-objects.ts";
import {
  addToCell,
  type CellPlace,
  firstCell,
  freePlace,
  journeyOf,
  topOfCell,
  underneath,
} from "./capture-places.ts";

export interface CaptureOptions {
  readonly newId: () => Id;
  /** The title of a journey that has to be made along with a first touchpoint. */
  readonly newJourneyTitle: string;
  /** The letters of the owners in the user's language; M, S and I work in every language. */
  readonly letters: Readonly<Record<Discipline, string>>;
  /** What owner and rating are set for; the selected node alone when it is left out. */
  readonly nodeIds?: readonly Id[];
}

/** What a key means. */
export interface Capture {
  /** Null when the document does not change (yet). */
  readonly command: Command | null;
  readonly selectId: Id;
  readonly next: "rename" | "pickManager" | null;
  /** What the title is replaced by when renaming begins; null: the title stays as it is. */
  readonly text: string | null;
}

export function capture(
  command: Command | null,
  selectId: Id,
  next: Capture["next"],
  text: string | null = null,
): Capture {
  return { command, selectId, next, text };
}

/** Tab: what comes next, to the right, connected where the customer goes on. */
export function addNext(map: JourneyMap, node: MapNode, options: CaptureOptions): Capture {
  const id = options.newId();
  if (node.kind === "journey") return touchpointIn(map, firstCell(map, node), id, options);
  if (node.kind === "note") return addBeside(map, node, id, "right");
  const connectFrom = { nodeId: node.id, connectionId: options.newId() };
  if (node.kind === "persona") {
    return capture(addNode(newNode("journey", id, nextLanePosition(map)), { connectFrom }), id, "rename");
  }
  const journey = journeyOf(map, node.id);
  if (!journey && journeysInOrder(map).length > 0) return addBeside(map, node, id, "right", connectFrom);
  if (!journey) return touchpointIn(map, firstCell(map, null), id, options, connectFrom);
  const stageId = nextStage(map, node.stageId);
  const start =
    stageId === null
      ? besideWithoutStage(map, journey, node)
      : stageId === node.stageId
        ? underneath(node)
        : { x: topOfCell(map, journey, stageId).x, y: node.position.y };
  return touchpointIn(map, { journey, stageId, start }, id, options, connectFrom);
}

/** The column without a stage is as wide as its cards need; at its widest the next row begins. */
function besideWithoutStage(map: JourneyMap, journey: Journey, { position: { x, y } }: Touchpoint): Point {
  const left = topOfCell(map, journey, null).x;
  const isFull = x + COLUMN_PITCH > left + (MOST_CARDS_ABREAST - 1) * COLUMN_PITCH;
  return isFull ? { x: left, y: y + ROW_PITCH } : { x: x + COLUMN_PITCH, y };
}

/** Enter: one more of the same, below. */
export function addBelow(map: JourneyMap, node: MapNode | undefined, options: CaptureOptions): Capture {
  const id = options.newId();
  if (node?.kind === "note" || node?.kind === "persona") return addBeside(map, node, id, "below");
  if (node?.kind === "journey") {
    return capture(addNode(newNode("journey", id, nextLanePosition(map))), id, "rename");
  }
  const journey = node ? journeyOf(map, node.id) : null;
  if (node && journey)
    return touchpointIn(map, { journey, stageId: node.stageId, start: underneath(node) }, id, options);
  const [first = null] = journeysInOrder(map);
  if (node && first) return addBeside(map, node, id, "below");
  return touchpointIn(map, firstCell(map, first), id, options);
}

/** A new node of the same kind outside of the lanes. */
function addBeside(
  map: JourneyMap,
  node: Exclude<MapNode, Journey>,
  id: Id,
  side: "right" | "below",
  connectFrom?: AddNodeOptions["connectFrom"],
): Capture {
  const { width, height, x, y } = rectangleOf(node);
  const step = side === "right" ? { x: width + SPACE, y: 0 } : { x: 0, y: height + SPACE };
  const position = freePlace(map, { x: x + step.x, y: y + step.y, width, height }, step);
  const values = node.kind === "note" ? { color: node.color } : {};
  return capture(
    addNode(newNode(node.kind, id, position, values), connectFrom ? { connectFrom } : {}),
    id,
    "rename",
  );
}

/** Between two nodes outside of the lanes, map units. */
const SPACE = 20;

/** A new touchpoint in a stage of a journey, below whatever stands there; the keyboard's way into a cell. */
export function addToStage(
  map: JourneyMap,
  journeyId: Id,
  stageId: Id | null,
  options: CaptureOptions,
): Capture | null {
  const journey = journeyOf(map, journeyId);
  return journey && touchpointIn(map, { journey, stageId, start: null }, options.newId(), options);
}

function touchpointIn(
  map: JourneyMap,
  place: CellPlace,
  id: Id,
  options: CaptureOptions,
  connectFrom?: AddNodeOptions["connectFrom"],
): Capture {
  const label = { key: "add", thing: "touchpoint", count: 1 } as const;
  const addition = { place, texts: [{ id, title: "", description: "" }], label, connectFrom };
  return capture(addToCell(map, addition, options), id, "rename");
}

function nextStage(map: JourneyMap, stageId: Id | null): Id | null {
  const index = map.stages.findIndex(({ id }) => id === stageId);
  return index < 0 ? stageId : (map.stages[index + 1]?.id ?? stageId);
}
