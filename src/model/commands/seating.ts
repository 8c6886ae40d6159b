import type { Id, JourneyMap, Point, Touchpoint } from "../journey-map.ts";
import { touchpointsOf } from "../queries.ts";

/** Where a touchpoint belongs and stands. */
export interface Seat {
  readonly journeyId: Id | null;
  readonly stageId: Id | null;
  readonly position: Point;
}

/**
 * Where the cards of each lane stand while one after the other finds its place. Reading the draft anew for each of
 * them takes many seconds in a large map.
 */
export interface Seating {
  /** Whose lanes and columns are meant: as they were before the first card was placed. */
  readonly map: JourneyMap;
  /** In no particular order. `null`: those that belong to no journey. */
  cardsOf(journeyId: Id | null): readonly Touchpoint[];
  /** Takes a card away, so that it bars the way of no other. */
  leave(id: Id): void;
  sit(id: Id, seat: Seat): void;
}

export function createSeating(map: JourneyMap): Seating {
  const lanes = new Map<Id | null, Map<Id, Touchpoint>>();
  const laneOf = new Map<Id, Id | null>();

  function lane(journeyId: Id | null): Map<Id, Touchpoint> {
    const known = lanes.get(journeyId);
    if (known) return known;
    const made = new Map<Id, Touchpoint>();
    lanes.set(journeyId, made);
    for (const card of touchpointsOf(map, journeyId)) {
      // Who has left or sits elsewhere by now is not counted again.
      if (!laneOf.has(card.id)) made.set(card.id, card);
    }
    return made;
  }

  function leave(id: Id): void {
    const card = map.nodes[id];
    const journeyId = laneOf.get(id) ?? (card?.kind === "touchpoint" ? card.journeyId : null);
    lane(journeyId).delete(id);
    laneOf.set(id, journeyId);
  }

  return {
    map,
    cardsOf: (journeyId) => [...lane(journeyId).values()],
    leave,
    sit(id, seat) {
      const card = map.nodes[id];
      if (card?.kind !== "touchpoint") return;
      leave(id);
      laneOf.set(id, seat.journeyId);
      lane(seat.journeyId).set(id, { ...card, ...seat });
    },
  };
}
