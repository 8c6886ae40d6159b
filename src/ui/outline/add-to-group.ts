import type { Command } from "#model/commands/command.ts";
import { addNode, nextLanePosition } from "#model/commands/nodes.ts";
import { CARD, lanesBottom, lanesLeft, NOTE, PERSONA, PERSONA_GAP } from "#model/geometry.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { newNode } from "#model/new-objects.ts";
import { freePlace } from "../capture-places.ts";
import type { OutlineGroup } from "./outline-rows.ts";

/** Between nodes that stand outside of the lanes, map units. */
const SPACE = 20;

/** A new node of the kind that a group gathers: personas left of the lanes, notes and homeless cards below. */
export function addToGroup(map: JourneyMap, group: OutlineGroup, id: Id): Command {
  const left = lanesLeft(map);
  const below = (lanesBottom(map) ?? 0) + 2 * SPACE;
  if (group === "journeys") return addNode(newNode("journey", id, nextLanePosition(map)));
  if (group === "personas") {
    const first = { ...PERSONA, x: left - PERSONA.width - PERSONA_GAP, y: 0 };
    const place = freePlace(map, first, { x: 0, y: PERSONA.height + SPACE });
    return addNode(newNode("persona", id, place));
  }
  if (group === "notes") {
    const place = freePlace(map, { ...NOTE, x: left, y: below }, { x: NOTE.width + SPACE, y: 0 });
    return addNode(newNode("note", id, place));
  }
  const place = freePlace(map, { ...CARD, x: left, y: below }, { x: CARD.width + SPACE, y: 0 });
  return addNode(newNode("touchpoint", id, place));
}
