import { CARD, CELL_PADDING, overlaps, type Rectangle, ROW_PITCH, rectangleOf } from "../geometry.ts";
import type { Id, JourneyMap, Point, Touchpoint } from "../journey-map.ts";
import { createFullRows, type FullRows } from "../nearest-slot.ts";
import { touchpointsOf } from "../queries.ts";

/** Where a touchpoint belongs and stands. */
export interface Seat {
  readonly journeyId: Id | null;
  readonly stageId: Id | null;
  readonly position: Point;
}

/**
 * Where the cards of each lane stand while one after the other finds its place. Reading the draft anew for each of
 * them, or asking all others each time, takes minutes in a large map.
 */
export interface Seating {
  /** Whose lanes and columns are meant: as they were before the first card was placed. */
  readonly map: JourneyMap;
  /** Whether a card of a lane that stands in a column overlaps a place. Null: the cards that belong to no journey. */
  isTaken(journeyId: Id | null, place: Rectangle, column?: Rectangle): boolean;
  /** What is known of the rows of a cell, which is always the same one for a journey and a stage. */
  fullRows(journeyId: Id, stageId: Id | null, cell: Rectangle): FullRows;
  /** Takes a card away, so that it bars the way of no other. */
  leave(id: Id): void;
  sit(id: Id, seat: Seat): void;
}

interface Lane {
  readonly cards: Map<Id, Rectangle>;
  /** By height: the cards that reach into it. */
  readonly bands: Map<number, Set<Rectangle>>;
  readonly cells: Map<Id | null, { readonly top: number; readonly full: FullRows }>;
}

export function createSeating(map: JourneyMap): Seating {
  const lanes = new Map<Id | null, Lane>();
  const laneOf = new Map<Id, Id | null>();

  function laneOfId(journeyId: Id | null): Lane {
    const known = lanes.get(journeyId);
    if (known) return known;
    const made: Lane = { cards: new Map(), bands: new Map(), cells: new Map() };
    lanes.set(journeyId, made);
    for (const card of touchpointsOf(map, journeyId)) {
      // Who has left or sits elsewhere by now is not counted again.
      if (!laneOf.has(card.id)) put(made, card);
    }
    return made;
  }

  function leave(id: Id): void {
    const card = map.nodes[id];
    const journeyId = laneOf.get(id) ?? (card?.kind === "touchpoint" ? card.journeyId : null);
    take(laneOfId(journeyId), id);
    laneOf.set(id, journeyId);
  }

  return {
    map,
    isTaken(journeyId, place, column) {
      const { bands } = laneOfId(journeyId);
      for (let band = bandOf(place.y); band <= bandOf(place.y + place.height); band += 1)
        for (const card of bands.get(band) ?? [])
          if (overlaps(card, place) && (!column || overlaps(column, card))) return true;
      return false;
    },
    fullRows(journeyId, stageId, cell) {
      const { cells } = laneOfId(journeyId);
      const known = cells.get(stageId) ?? { top: cell.y + CELL_PADDING, full: createFullRows() };
      cells.set(stageId, known);
      return known.full;
    },
    leave,
    sit(id, seat) {
      const card = map.nodes[id];
      if (card?.kind !== "touchpoint") return;
      leave(id);
      laneOf.set(id, seat.journeyId);
      put(laneOfId(seat.journeyId), { ...card, ...seat });
    },
  };
}

const bandOf = (y: number) => Math.floor(y / ROW_PITCH);

function put({ cards, bands }: Lane, card: Touchpoint): void {
  const rectangle = rectangleOf(card);
  cards.set(card.id, rectangle);
  for (let band = bandOf(rectangle.y); band <= bandOf(rectangle.y + rectangle.height); band += 1) {
    const others = bands.get(band);
    if (others) others.add(rectangle);
    else bands.set(band, new Set([rectangle]));
  }
}

function take({ cards, bands, cells }: Lane, id: Id): void {
  const rectangle = cards.get(id);
  if (!rectangle) return;
  cards.delete(id);
  for (let band = bandOf(rectangle.y); band <= bandOf(rectangle.y + rectangle.height); band += 1)
    bands.get(band)?.delete(rectangle);
  for (const { top, full } of cells.values()) {
    const rowAt = (y: number) => Math.floor((y - top) / ROW_PITCH);
    full.free(rowAt(rectangle.y - CARD.height), rowAt(rectangle.y + rectangle.height));
  }
}
