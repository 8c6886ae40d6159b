import type { Draft } from "immer";
import { journeysInOrder, LANE_GAP, snapToGrid } from "../geometry.ts";
import { isSame } from "../is-same.ts";
import type { Id, JourneyMap, Point } from "../journey-map.ts";
import { type Command, thingOf } from "./command.ts";
import { type Guests, guestsOfLanes, placeTouchpoint, settleLanes, shiftLane, snapshot } from "./lanes.ts";
import { createSeating } from "./seating.ts";

export interface Move {
  readonly id: Id;
  /** The wanted top left corner, map units. */
  readonly position: Point;
}

/**
 * Moves nodes in one step. A journey takes its lane along, with all that is on it, moved or not; a touchpoint
 * goes into the cell under it. With `snap` it also finds a free slot there, without it the card stays where
 * it was dropped, on the grid.
 */
export function moveNodes(map: JourneyMap, moves: readonly Move[], snap = true): Command {
  const nodes = moves.map(({ id }) => map.nodes[id]).filter((node) => node !== undefined);
  const [only] = nodes;
  return {
    label: {
      key: "move",
      thing: thingOf(nodes),
      count: nodes.length,
      ...(nodes.length === 1 && only ? { name: only.title } : {}),
    },
    apply(draft) {
      const before = snapshot(draft);
      const possible = moves.filter(({ position: { x, y } }) => Number.isFinite(x) && Number.isFinite(y));
      const lanes = new Set(
        possible.map(({ id }) => id).filter((id) => before.nodes[id]?.kind === "journey"),
      );
      const guests = new Map(guestsOfLanes(before));
      const laneOf = (id: Id) => {
        const node = before.nodes[id];
        return node?.kind === "touchpoint" ? node.journeyId : guests.get(id);
      };
      // What stands on a moved lane rides on it: a move of its own would take it to another cell.
      const own = possible.filter(({ id }) => !lanes.has(id) && !lanes.has(laneOf(id) ?? ""));
      for (const { id } of own) guests.delete(id);
      for (const move of possible) if (lanes.has(move.id)) moveLane(draft, move, guests);
      closeRanks(draft, before, guests);
      for (const { id, position } of own) {
        if (before.nodes[id]?.kind !== "touchpoint") setPosition(draft, id, snapToGrid(position));
      }
      moveTouchpoints(draft, own, snap);
      settleLanes(draft, guests);
    },
  };
}

function setPosition(draft: Draft<JourneyMap>, id: Id, position: Point): void {
  const node = draft.nodes[id];
  if (node && !isSame({ ...node.position }, position)) node.position = position;
}

/** A lane that stands with others keeps their left edge; dragging it changes the order of the lanes. */
function moveLane(draft: Draft<JourneyMap>, { id, position }: Move, guests: Guests): void {
  const map = snapshot(draft);
  const journey = map.nodes[id];
  if (journey?.kind !== "journey") return;
  const target = snapToGrid(position);
  const dx = journeysInOrder(map).length > 1 ? 0 : target.x - journey.position.x;
  shiftLane(draft, id, dx, target.y - journey.position.y, guests);
}

/** Lanes that changed their order stand close together again: no hole is left where one was taken out. */
function closeRanks(draft: Draft<JourneyMap>, before: JourneyMap, guests: Guests): void {
  const map = snapshot(draft);
  const order = journeysInOrder(map).map(({ id }) => id);
  const orderBefore = journeysInOrder(before);
  if (order.every((id, index) => id === orderBefore[index]?.id)) return;
  let top = orderBefore[0]?.position.y ?? 0;
  for (const id of order) {
    const journey = draft.nodes[id];
    if (journey?.kind !== "journey") continue;
    shiftLane(draft, id, 0, top - journey.position.y, guests, map);
    top += journey.height + LANE_GAP;
  }
}

function moveTouchpoints(draft: Draft<JourneyMap>, moves: readonly Move[], snap: boolean): void {
  const touchpoints = moves
    .filter(({ id }) => draft.nodes[id]?.kind === "touchpoint")
    .sort((a, b) => a.position.y - b.position.y || a.position.x - b.position.x || (a.id < b.id ? -1 : 1));
  const seating = createSeating(snapshot(draft));
  // All leave their old places first, so that none of them bars the way of another.
  for (const { id } of touchpoints) seating.leave(id);
  for (const { id, position } of touchpoints) placeTouchpoint(draft, id, position, snap, seating);
}
