import { applyCommand, type Command } from "#model/commands/command.ts";
import { moveNodes } from "#model/commands/moves.ts";
import { changeFields } from "#model/commands/nodes.ts";
import { moveStage } from "#model/commands/stages.ts";
import { LANE_GAP } from "#model/geometry.ts";
import type { Id, JourneyMap, MapNode, Touchpoint } from "#model/journey-map.ts";
import { touchpointsInPathOrder } from "#model/path-order.ts";
import { type OutlineRow, outlineRows } from "./outline-rows.ts";

/** Why a row cannot be moved; each has a text `outline.<it>`. */
export type MoveProblem = "noPlace" | "orderFollowsConnections";
export type Direction = -1 | 1;

const noPlace = { problem: "noPlace" } as const;

/** Exchanges a row with its neighbour; a touchpoint at the edge of a stage goes on into the next stage. */
export function moveRow(
  map: JourneyMap,
  row: OutlineRow,
  direction: Direction,
): Command | { readonly problem: MoveProblem } {
  const { content } = row;
  if (content.type === "group") return noPlace;
  if (content.type === "stage") {
    const index = map.stages.findIndex(({ id }) => id === content.stage?.id);
    const target = index + direction;
    if (!content.stage || target < 0 || target >= map.stages.length) return noPlace;
    return moveStage(content.stage.id, content.stage.name, target);
  }
  const { node } = content;
  if (node.kind === "touchpoint" && node.journeyId !== null) return moveAlongPath(map, node, direction);
  const neighbour = siblingOf(map, row, direction);
  if (!neighbour) return noPlace;
  return node.kind === "journey"
    ? exchangeLanes(map, node.id, neighbour.id, direction)
    : exchange(map, node, neighbour);
}

/** Moves a touchpoint into the stage before or after its own. */
export function moveToStage(
  map: JourneyMap,
  node: MapNode,
  direction: Direction,
): Command | { readonly problem: MoveProblem } {
  if (node.kind !== "touchpoint" || node.journeyId === null) return noPlace;
  const index = map.stages.findIndex(({ id }) => id === node.stageId);
  // Without a stage it stands behind the last one.
  const target = index < 0 ? (direction < 0 ? map.stages.at(-1) : undefined) : map.stages[index + direction];
  if (!target) return noPlace;
  return {
    ...changeFields(map, [node.id], { stageId: target.id }),
    label: { key: "move", thing: "touchpoint", count: 1, name: node.title },
  };
}

function moveAlongPath(map: JourneyMap, node: Touchpoint, direction: Direction) {
  const mates = mateIds(map, node);
  const neighbour = map.nodes[mates[mates.indexOf(node.id) + direction] ?? ""];
  if (!neighbour) return moveToStage(map, node, direction);
  const command = exchange(map, node, neighbour);
  const after = applyCommand(map, command, map.updatedAt);
  const moved = after.nodes[node.id];
  const isElsewhere =
    moved?.kind === "touchpoint" && mateIds(after, moved).indexOf(node.id) !== mates.indexOf(node.id);
  return isElsewhere ? command : ({ problem: "orderFollowsConnections" } as const);
}

function mateIds(map: JourneyMap, { journeyId, stageId }: Touchpoint): readonly Id[] {
  if (journeyId === null) return [];
  return touchpointsInPathOrder(map, journeyId)
    .filter((mate) => mate.stageId === stageId)
    .map(({ id }) => id);
}

function siblingOf(map: JourneyMap, row: OutlineRow, direction: Direction): MapNode | null {
  const sibling = outlineRows(map, new Set()).find(
    ({ parentKey, position }) => parentKey === row.parentKey && position === row.position + direction,
  );
  return sibling?.content.type === "node" ? sibling.content.node : null;
}

function exchange(map: JourneyMap, node: MapNode, other: MapNode): Command {
  const command = moveNodes(
    map,
    [
      { id: node.id, position: other.position },
      { id: other.id, position: node.position },
    ],
    false,
  );
  return { ...command, label: { key: "move", thing: node.kind, count: 1, name: node.title } };
}

/** The lower lane goes to where the upper one began; the upper one makes room by as much as it needs. */
function exchangeLanes(map: JourneyMap, id: Id, otherId: Id, direction: Direction): Command {
  const [upper, lower] =
    direction < 0 ? [map.nodes[otherId], map.nodes[id]] : [map.nodes[id], map.nodes[otherId]];
  const moves =
    upper?.kind === "journey" && lower?.kind === "journey"
      ? [
          { id: upper.id, position: { x: upper.position.x, y: upper.position.y + lower.height + LANE_GAP } },
          { id: lower.id, position: { x: lower.position.x, y: upper.position.y } },
        ]
      : [];
  const name = map.nodes[id]?.title ?? "";
  return { ...moveNodes(map, moves), label: { key: "move", thing: "journey", count: 1, name } };
}
