import type { Editor } from "#editor/editor.ts";
import { combine } from "#model/commands/command.ts";
import { connect } from "#model/commands/connections.ts";
import { addNode, nextLanePosition } from "#model/commands/nodes.ts";
import type { NodeKind } from "#model/fields.ts";
import {
  cellRectangle,
  centreOf,
  journeysInOrder,
  lanesLeft,
  NOTE,
  overlaps,
  PERSONA,
  PERSONA_GAP,
  type Rectangle,
  rectangleOf,
} from "#model/geometry.ts";
import type { Id, JourneyMap, MapNode, Point } from "#model/journey-map.ts";
import { newConnection, newNode } from "#model/new-objects.ts";
import type { ActionContext } from "#ui/action.ts";

/** Adds a node where a user would look for it, selects it and lets its title be typed. */
export function addToMap(context: ActionContext, editor: Editor, kind: NodeKind): void {
  const { services, canvas, t } = context;
  const { map, selection } = editor.store.getState();
  const id = services.newId();
  const view = canvas?.visibleRectangle() ?? null;
  const selected = map.nodes[selection.nodeIds.at(-1) ?? ""];
  const node = newNode(kind, id, placeFor(map, kind, view, selected));
  if (kind === "touchpoint" && journeysInOrder(map).length === 0) {
    const title = t("kind.newJourney");
    const journey = newNode("journey", services.newId(), { x: 0, y: 0 }, { title });
    const touchpoint = newNode("touchpoint", id, { x: 280, y: 40 });
    const { label } = addNode(touchpoint);
    editor.dispatch(combine(label, [addNode(journey), addNode(touchpoint)]), [id]);
  } else {
    const journeyId = kind === "persona" ? journeyBeside(map, node) : null;
    const link = journeyId === null ? [] : [connect(newConnection(services.newId(), id, journeyId))];
    const add = addNode(node);
    editor.dispatch(combine(add.label, [add, ...link]), [id]);
  }
  // It may have been refused.
  if (!editor.store.getState().map.nodes[id]) return;
  canvas?.bringIntoView([id]);
  canvas?.editTitle(id);
}

/** A persona that is put beside a lane which has none yet is the persona of that journey. */
function journeyBeside(map: JourneyMap, node: MapNode): Id | null {
  const { y } = centreOf(rectangleOf(node));
  const lane = journeysInOrder(map).find(
    ({ position, height }) => y >= position.y && y < position.y + height,
  );
  return lane?.id ?? null;
}

function placeFor(
  map: JourneyMap,
  kind: NodeKind,
  view: Rectangle | null,
  selected: MapNode | undefined,
): Point {
  if (kind === "journey") return nextLanePosition(map);
  if (kind === "persona") return personaPlace(map);
  if (kind === "note") return freePlace(map, view, NOTE);
  return touchpointPlace(map, view, selected);
}

/** Beside the first lane that has room at its left. */
function personaPlace(map: JourneyMap): Point {
  const taken = Object.values(map.nodes).map(rectangleOf);
  const x = lanesLeft(map) - PERSONA_GAP - PERSONA.width;
  const starts = journeysInOrder(map).map(({ position }) => position.y);
  for (const y of starts) if (!taken.some((other) => overlaps(other, { x, y, ...PERSONA }))) return { x, y };
  let y = starts.at(-1) ?? 0;
  while (taken.some((other) => overlaps(other, { x, y, ...PERSONA }))) y += PERSONA.height + 20;
  return { x, y };
}

/** Into the cell of what is selected, else into the lane that is in the middle of the view. */
function touchpointPlace(map: JourneyMap, view: Rectangle | null, selected: MapNode | undefined): Point {
  const lanes = journeysInOrder(map);
  const journeyId =
    selected?.kind === "touchpoint" ? selected.journeyId : selected?.kind === "journey" ? selected.id : null;
  const centre = view ? centreOf(view) : { x: 0, y: 0 };
  const lane =
    lanes.find(({ id }) => id === journeyId) ??
    lanes.find(({ position, height }) => centre.y >= position.y && centre.y < position.y + height) ??
    lanes[0];
  if (!lane) return centre;
  if (selected?.kind === "touchpoint" && selected.journeyId === lane.id) return selected.position;
  const cell = cellRectangle(map, lane, map.stages[0]?.id ?? null);
  return { x: cell.x + 40, y: cell.y + 40 };
}

/** The middle of the view, or beside it where something lies there already. */
function freePlace(map: JourneyMap, view: Rectangle | null, size: { width: number; height: number }): Point {
  const taken = Object.values(map.nodes).map(rectangleOf);
  const centre = view ? centreOf(view) : { x: 0, y: -200 };
  let point = { x: centre.x - size.width / 2, y: centre.y - size.height / 2 };
  for (let tries = 0; tries < 60; tries += 1) {
    const rectangle = { ...point, ...size };
    if (!taken.some((other) => overlaps(other, rectangle))) break;
    point = { x: point.x + (tries % 8 === 7 ? -7 * 40 : 40), y: point.y + (tries % 8 === 7 ? 60 : 0) };
  }
  return { x: Math.round(point.x / 10) * 10, y: Math.round(point.y / 10) * 10 };
}
