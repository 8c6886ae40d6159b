import * as fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { applyCommand, type Command } from "#model/commands/command.ts";
import { slotFor } from "#model/commands/lanes.ts";
import { changeFields } from "#model/commands/nodes.ts";
import { createSeating } from "#model/commands/seating.ts";
import { removeStage } from "#model/commands/stages.ts";
import { CARD, CELL_PADDING, COLUMN_PITCH, cellRectangle, overlaps, ROW_PITCH } from "#model/geometry.ts";
import type { Id, Journey, JourneyMap, Point } from "#model/journey-map.ts";
import { newNode } from "#model/new-objects.ts";
import { aMap, LATER } from "../builders.ts";

/** What a command looks at: pairs of places that are compared, and pictures that are taken of the whole map. */
const work = vi.hoisted(() => ({ comparisons: 0, snapshots: 0 }));
vi.mock("#model/geometry.ts", async (original) => {
  const geometry = await original<typeof import("#model/geometry.ts")>();
  const counted = (...places: Parameters<typeof geometry.overlaps>) => {
    work.comparisons += 1;
    return geometry.overlaps(...places);
  };
  return { ...geometry, overlaps: counted };
});
vi.mock("immer", async (original) => {
  const immer = await original<typeof import("immer")>();
  const counted = (draft: object) => {
    work.snapshots += 1;
    return immer.current(draft);
  };
  return { ...immer, current: counted };
});

beforeEach(() => Object.assign(work, { comparisons: 0, snapshots: 0 }));

/** A lane with so many cards below each other in its first stage. */
function oneLane(cards: number): JourneyMap {
  const map = aMap().withStage().withStage().withJourney().build();
  const nodes = Object.fromEntries(
    Array.from({ length: cards }, (_, index) => {
      const id = `card${index}`;
      const place = { x: 280, y: 40 + index * ROW_PITCH };
      return [id, newNode("touchpoint", id, place, { journeyId: "journey1", stageId: "stage1" })];
    }),
  );
  return { ...map, nodes: { ...map.nodes, ...nodes } };
}

/** So many lanes with two cards each. */
function manyLanes(lanes: number): JourneyMap {
  const builder = aMap().withStage();
  for (let lane = 1; lane <= lanes; lane += 1) {
    builder.withJourney({ id: `lane${lane}`, position: { x: 0, y: lane * 300 }, height: 260 });
    for (const row of [0, 1]) {
      const position = { x: 280, y: lane * 300 + 40 + row * ROW_PITCH };
      builder.withTouchpoint({ journeyId: `lane${lane}`, position });
    }
  }
  return builder.build();
}

const cardsOf = (map: JourneyMap) =>
  Object.values(map.nodes)
    .filter(({ kind }) => kind === "touchpoint")
    .map(({ id }) => id);

/** Every slot down to below all cards, and the first of the nearest of them: slow, and plainly right. */
function nearestOfAll(map: JourneyMap, stageId: Id | null, wanted: Point, others: readonly Point[]): Point {
  const cell = cellRectangle(map, map.nodes.journey1 as Journey, stageId);
  const places = Math.max(1, Math.floor((cell.width - 340) / COLUMN_PITCH) + 1);
  const column = { x: cell.x, y: cell.y - CELL_PADDING, width: cell.width, height: 1e9 };
  const taken = others.map((other) => ({ ...other, ...CARD })).filter((other) => overlaps(column, other));
  const rows = Math.ceil(Math.max(wanted.y, 0, ...taken.map(({ y }) => y)) / ROW_PITCH) + 2;
  const slots = Array.from({ length: rows * places }, (_, index) => ({
    x: cell.x + CELL_PADDING + (index % places) * COLUMN_PITCH,
    y: cell.y + CELL_PADDING + Math.floor(index / places) * ROW_PITCH,
  }));
  const far = ({ x, y }: Point) => Math.hypot(x - wanted.x, y - wanted.y);
  return slots
    .filter((slot) => !taken.some((other) => overlaps(other, { ...slot, ...CARD })))
    .reduce((best, slot) => (far(slot) < far(best) ? slot : best));
}

describe("the slot of a card", () => {
  const place = fc.record({ x: fc.integer({ min: -40, max: 160 }), y: fc.integer({ min: -30, max: 150 }) });
  const onGrid = place.map(({ x, y }) => ({ x: x * 10, y: y * 10 }));
  const step = fc.record({
    card: fc.integer({ min: 1, max: 14 }),
    stageId: fc.constantFrom("stage1", "stage2", null),
    // Many want the same place, as after a choice in a form, and some stand askew.
    wanted: fc.oneof(fc.constant({ x: 240, y: 0 }), onGrid),
    isAskew: fc.boolean(),
  });

  it("is the nearest of all that are free, whatever came and went before", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(200, 340, 620, 1180),
        fc.array(onGrid, { minLength: 14, maxLength: 14 }),
        fc.array(step, { minLength: 1, maxLength: 25 }),
        (width, positions, steps) => {
          const builder = aMap().withStage({ width }).withStage().withJourney();
          for (const position of positions) builder.withTouchpoint({ stageId: "stage1", position });
          const map = builder.build();
          const journey = map.nodes.journey1 as Journey;
          const seating = createSeating(map);
          const standing = new Map(cardsOf(map).map((id, index) => [id, positions[index] as Point]));
          for (const { card, stageId, wanted, isAskew } of steps) {
            const id = `touchpoint${card}`;
            standing.delete(id);
            const slot = slotFor(id, journey, stageId, wanted, seating);
            expect(slot).toEqual(nearestOfAll(map, stageId, wanted, [...standing.values()]));
            const position = isAskew ? wanted : slot;
            seating.sit(id, { journeyId: "journey1", stageId, position });
            standing.set(id, position);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("the work for many cards at once", () => {
  const comparisonsOf = (map: JourneyMap, command: Command) => {
    work.comparisons = 0;
    applyCommand(map, command, LATER);
    return work.comparisons;
  };
  // Eight times as many cards. Each of them asking all others would be 64 times the work.
  const FEW = 500;
  const MANY = 4000;
  const MOST = 10;

  it.each([
    ["their stage emptied", (map: JourneyMap) => changeFields(map, cardsOf(map), { stageId: null })],
    ["another stage", (map: JourneyMap) => changeFields(map, cardsOf(map), { stageId: "stage2" })],
    ["no journey any more", (map: JourneyMap) => changeFields(map, cardsOf(map), { journeyId: null })],
    ["their stage removed", () => removeStage("stage1", "Stage")],
  ])("grows as their number does: %s", (_name, command) => {
    const [few, many] = [oneLane(FEW), oneLane(MANY)];
    const work = comparisonsOf(few, command(few));
    expect(work).toBeGreaterThan(FEW / 2);
    expect(comparisonsOf(many, command(many)) / work).toBeLessThan(MOST);
  });

  it("takes no more pictures of the map where there are more lanes", () => {
    const snapshotsOf = (map: JourneyMap) => {
      work.snapshots = 0;
      // Every lane but the first grows or is pushed down.
      const changed = applyCommand(map, changeFields(map, cardsOf(map), { stageId: null }), LATER);
      expect(Object.values(changed.nodes).filter(({ id }) => id.startsWith("lane"))).not.toEqual(
        Object.values(map.nodes).filter(({ id }) => id.startsWith("lane")),
      );
      return work.snapshots;
    };
    expect(snapshotsOf(manyLanes(40))).toBe(snapshotsOf(manyLanes(4)));
  });
});
