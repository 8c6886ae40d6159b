import type { Draft } from "immer";
import { type Command, thingOf } from "./commands/command.ts";
import { placeTouchpoint, settleLanes, slotFor, snapshot } from "./commands/lanes.ts";
import { createSeating, type Seating } from "./commands/seating.ts";
import { cellRectangle, centreOf, LANE_GAP, lanesBottom, lanesLeft, rectangleOf } from "./geometry.ts";
import type { Connection, Id, JourneyMap, MapNode, Person, Point, Stage, Touchpoint } from "./journey-map.ts";
import { foldForSearch, peopleInOrder, touchpointsOf } from "./queries.ts";

/** A piece of a map on its way to another place, map or tab: nodes with all that they name. */
export interface Clip {
  readonly nodes: readonly MapNode[];
  readonly connections: readonly Connection[];
  readonly people: readonly Person[];
  readonly stages: readonly Stage[];
}

/** What copying these nodes takes along: the touchpoints of a journey, and the connections among them. */
export function clipOf(map: JourneyMap, ids: readonly Id[]): Clip {
  const chosen = new Set(ids.filter((id) => map.nodes[id]));
  for (const id of ids) {
    if (map.nodes[id]?.kind === "journey") for (const child of touchpointsOf(map, id)) chosen.add(child.id);
  }
  const nodes = [...chosen].map((id) => map.nodes[id]).filter((node) => node !== undefined);
  const managers = new Set(nodes.map(({ managerId }) => managerId));
  const stages = new Set(nodes.map((node) => (node.kind === "touchpoint" ? node.stageId : null)));
  return {
    nodes,
    connections: Object.values(map.connections).filter(({ from, to }) => chosen.has(from) && chosen.has(to)),
    people: Object.values(map.people).filter(({ id }) => managers.has(id)),
    stages: map.stages.filter(({ id }) => stages.has(id)),
  };
}

export interface PasteOptions {
  /** The new id of every old one: nodes, connections and people. */
  readonly newId: (oldId: Id) => Id;
  /** Map units; how far from their old places the nodes appear. */
  readonly offset: Point;
  readonly label: "paste" | "duplicate";
}

/** The result of preparing a paste: the command and the ids of the nodes that it will add. */
export interface Paste {
  readonly command: Command;
  readonly nodeIds: readonly Id[];
}

/**
 * Puts a clip into a map, its own or another one. People and stages are found by id, else by name; a person who
 * is not there comes along. Copied lanes go below the others with all that was copied with them; a touchpoint
 * without its lane goes into the cell under it.
 */
export function pasteClip(map: JourneyMap, clip: Clip, { newId, offset, label }: PasteOptions): Paste {
  const ids = new Map(clip.nodes.map(({ id }) => [id, newId(id)]));
  const people = matchPeople(map, clip, newId);
  const laneShift = laneOffset(map, clip);
  const journeys = new Set(clip.nodes.filter(({ kind }) => kind === "journey").map(({ id }) => id));
  const moved = (node: MapNode): Point => {
    const travelsWithLane =
      node.kind !== "touchpoint" || (node.journeyId !== null && journeys.has(node.journeyId));
    const by = travelsWithLane && laneShift ? laneShift : offset;
    return { x: node.position.x + by.x, y: node.position.y + by.y };
  };
  const nodes = clip.nodes.map((node): MapNode => {
    const managerId = node.managerId === null ? null : (people.ids.get(node.managerId) ?? null);
    const base = { id: ids.get(node.id) ?? newId(node.id), position: moved(node), managerId };
    if (node.kind !== "touchpoint") return { ...node, ...base };
    const journeyId = node.journeyId === null ? null : (ids.get(node.journeyId) ?? null);
    return { ...node, ...base, journeyId, stageId: matchStage(map, clip, node.stageId) };
  });
  const connections = clip.connections.map((connection) => ({
    ...connection,
    id: newId(connection.id),
    from: ids.get(connection.from) ?? connection.from,
    to: ids.get(connection.to) ?? connection.to,
  }));
  const [only] = nodes;
  const command: Command = {
    label: {
      key: label,
      thing: thingOf(nodes),
      count: nodes.length,
      ...(nodes.length === 1 && only ? { name: only.title } : {}),
    },
    apply(draft) {
      for (const person of people.added) draft.people[person.id] = { ...person };
      for (const node of nodes) draft.nodes[node.id] = structuredClone(node) as (typeof draft.nodes)[string];
      for (const connection of connections) draft.connections[connection.id] = structuredClone(connection);
      const seating = createSeating(snapshot(draft));
      const cards = nodes.filter(({ kind }) => kind === "touchpoint");
      for (const { id, position } of cards) {
        const card = seating.map.nodes[id];
        if (card?.kind === "touchpoint" && card.journeyId !== null) moveUnderItsStage(draft, id, seating);
        else placeTouchpoint(draft, id, position, true, seating);
      }
      settleLanes(draft);
    },
  };
  return { command, nodeIds: nodes.map(({ id }) => id) };
}

/** In another map the stage of a copied card may stand elsewhere than in the map it comes from. */
function moveUnderItsStage(draft: Draft<JourneyMap>, id: Id, seating: Seating): void {
  const { map } = seating;
  const card = draft.nodes[id];
  if (card?.kind !== "touchpoint") return;
  const journey = card.journeyId === null ? undefined : map.nodes[card.journeyId];
  if (journey?.kind !== "journey") return;
  const { x, width } = cellRectangle(map, journey, card.stageId);
  const centre = centreOf(rectangleOf(card as Touchpoint)).x;
  if (centre >= x && centre < x + width) return;
  card.position = slotFor(id, journey, card.stageId, { x, y: card.position.y }, seating);
  const { journeyId, stageId, position } = card;
  seating.sit(id, { journeyId, stageId, position: { ...position } });
}

/** Copied lanes go below the last lane; the value is how far the topmost of them travels. */
function laneOffset(map: JourneyMap, clip: Clip): Point | null {
  const lanes = clip.nodes.filter(({ kind }) => kind === "journey");
  const bottom = lanesBottom(map);
  if (lanes.length === 0) return null;
  const top = Math.min(...lanes.map(({ position }) => position.y));
  const left = Math.min(...lanes.map(({ position }) => position.x));
  return { x: lanesLeft(map) - left, y: (bottom === null ? 0 : bottom + LANE_GAP) - top };
}

function matchPeople(map: JourneyMap, clip: Clip, newId: (oldId: Id) => Id) {
  const ids = new Map<Id, Id>();
  const added: Person[] = [];
  for (const person of clip.people) {
    const isSameName = ({ name }: Person) => foldForSearch(name.trim()) === foldForSearch(person.name.trim());
    const isSameAddress = ({ email }: Person) =>
      person.email !== "" && email.toLowerCase() === person.email.toLowerCase();
    const itself = map.people[person.id];
    const same =
      itself && isSameName(itself)
        ? itself
        : peopleInOrder(map).find((candidate) => isSameName(candidate) || isSameAddress(candidate));
    if (same) ids.set(person.id, same.id);
    else {
      const id = map.people[person.id] ? newId(person.id) : person.id;
      ids.set(person.id, id);
      added.push({ ...person, id });
    }
  }
  return { ids, added };
}

function matchStage(map: JourneyMap, clip: Clip, stageId: Id | null): Id | null {
  if (stageId === null || map.stages.some(({ id }) => id === stageId)) return stageId;
  const name = clip.stages.find(({ id }) => id === stageId)?.name;
  const folded = name === undefined ? undefined : foldForSearch(name.trim());
  return map.stages.find((stage) => foldForSearch(stage.name.trim()) === folded)?.id ?? null;
}
