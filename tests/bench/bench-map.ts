import {
  CARD,
  CELL_PADDING,
  COLUMN_PITCH,
  laneHeightForRows,
  ROW_PITCH,
  stageWidthForCards,
} from "#model/geometry.ts";
import type { Connection, Id, JourneyMap, MapNode, Owner } from "#model/journey-map.ts";
import { emptyMap, newConnection, newNode, newPerson, newStage } from "#model/new-objects.ts";

/** A lane holds so many touchpoints: 10 stages, two cards abreast in five rows. */
const CARDS_IN_LANE = 100;
const STAGES = 10;
const ROWS = 5;
const LANE_LEFT = 400;
/** Two cards abreast and some room beside them, so that all cards can be moved without leaving their cells. */
const STAGE_WIDTH = stageWidthForCards(2) + 120;
const AT = "2026-01-01T00:00:00.000Z";
const owners: readonly Owner[] = [
  "marketing",
  "sales",
  "it",
  "sales",
  "marketing",
  "it",
  null,
  "sales",
  "it",
  "marketing",
];
const channels = ["Website", "E-mail", "Telephone", "On site"];

/**
 * A company's map of exactly so many nodes: lanes with a persona each, cards with titles of 40 characters, owners,
 * managers, ratings, here and there a moment of truth, 1.2 connections for each card. Always the same one.
 */
export function benchMap(count: number): JourneyMap {
  const nodes: Record<Id, MapNode> = {};
  const connections: Record<Id, Connection> = {};
  const stages = Array.from({ length: STAGES }, (_, index) => ({
    ...newStage(`stage${index}`, `Stage ${index + 1}`),
    width: STAGE_WIDTH,
  }));
  const people = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [
      `person${index}`,
      newPerson(`person${index}`, `Person Number ${index + 1}`),
    ]),
  );
  const height = laneHeightForRows(ROWS);
  const connect = (from: Id, to: Id) => {
    const id = `c${Object.keys(connections).length}`;
    connections[id] = newConnection(id, from, to);
  };
  let card = 0;
  for (let lane = 0; Object.keys(nodes).length < count; lane += 1) {
    const top = lane * (height + 40);
    const journeyId = `journey${lane}`;
    nodes[journeyId] = newNode(
      "journey",
      journeyId,
      { x: LANE_LEFT, y: top },
      {
        title: `Journey ${lane + 1} from the first look to the order`,
        owner: owners[lane % owners.length] ?? null,
        managerId: `person${lane % 20}`,
        height,
      },
    );
    nodes[`persona${lane}`] = newNode(
      "persona",
      `persona${lane}`,
      { x: 0, y: top + 40 },
      {
        title: `Persona ${lane + 1}`,
        owner: "marketing",
        managerId: `person${lane % 20}`,
      },
    );
    connect(`persona${lane}`, journeyId);
    for (let place = 0; place < CARDS_IN_LANE && Object.keys(nodes).length < count; place += 1) {
      const stage = Math.floor(place / (2 * ROWS));
      const column = Math.floor(place / ROWS) % 2;
      const id = `t${card}`;
      nodes[id] = newNode(
        "touchpoint",
        id,
        {
          x: LANE_LEFT + 240 + stage * STAGE_WIDTH + CELL_PADDING + column * COLUMN_PITCH,
          y: top + CELL_PADDING + (place % ROWS) * ROW_PITCH,
        },
        {
          title: `Touchpoint ${String(card).padStart(4, "0")} of the customer's path`.padEnd(40, "."),
          owner: owners[card % owners.length] ?? null,
          managerId: card % 7 === 0 ? null : `person${card % 20}`,
          journeyId,
          stageId: `stage${stage}`,
          channel: channels[card % channels.length] ?? "",
          customerRating: (card % 5) - 2,
          teamRating: (card % 4) - 1,
          momentOfTruth: card % 12 === 0,
        },
      );
      if (place > 0) connect(`t${card - 1}`, id);
      if (place >= ROWS && place % 5 === 0) connect(`t${card - ROWS}`, id);
      card += 1;
    }
  }
  return { ...emptyMap("bench", `Benchmark ${count}`, AT), stages, people, nodes, connections };
}

export interface BareGraph {
  readonly nodes: {
    id: string;
    position: { x: number; y: number };
    data: { label: string };
    width: number;
    height: number;
  }[];
  readonly edges: { id: string; source: string; target: string }[];
}

/** The same graph for a page that knows boxes with one text only. */
export function bareGraph(map: JourneyMap): BareGraph {
  return {
    nodes: Object.values(map.nodes).map(({ id, position, title }) => ({
      id,
      position,
      data: { label: title },
      width: CARD.width,
      height: CARD.height,
    })),
    edges: Object.values(map.connections).map(({ id, from, to }) => ({ id, source: from, target: to })),
  };
}
