import { CARD, CELL_PADDING, COLUMN_PITCH, type Rectangle, ROW_PITCH } from "./geometry.ts";
import type { Point } from "./journey-map.ts";
import { DEFAULT_STAGE_WIDTH } from "./new-objects.ts";

/** The rows of a cell of which it is known that no slot is free: whoever looks for one passes them by in one step. */
export interface FullRows {
  add(row: number): void;
  /** The first row from here on, upwards or downwards, that may have a free slot. */
  above(row: number): number;
  below(row: number): number;
  /** A card has left these rows. */
  free(first: number, last: number): void;
}

export function createFullRows(): FullRows {
  const up = new Map<number, number>();
  const down = new Map<number, number>();
  return {
    add(row) {
      up.set(row, row - 1);
      down.set(row, row + 1);
    },
    above: (row) => endOf(up, row),
    below: (row) => endOf(down, row),
    free(first, last) {
      for (let row = first; row <= last; row += 1) {
        if (!up.has(row)) continue;
        // Others lead past it.
        up.clear();
        down.clear();
        return;
      }
    },
  };
}

/** Where links lead to in the end; all that were followed lead there at once from now on. */
function endOf(links: Map<number, number>, row: number): number {
  let end = row;
  for (let next = links.get(end); next !== undefined; next = links.get(end)) end = next;
  for (let at = row; at !== end; ) {
    const next = links.get(at) ?? end;
    links.set(at, end);
    at = next;
  }
  return end;
}

/**
 * The free slot of a cell that is nearest to where a card was dropped; of several as near the first one in reading order.
 * A slot may lie below the lane's present foot: then the lane has to grow. `full`: shared by all cards of one command that
 * look for a slot of this cell.
 */
export function nearestSlot(
  cell: Rectangle,
  wanted: Point,
  isTaken: (place: Rectangle) => boolean,
  full: FullRows = createFullRows(),
): Point {
  const places = Math.max(1, Math.floor((cell.width - DEFAULT_STAGE_WIDTH) / COLUMN_PITCH) + 1);
  const left = cell.x + CELL_PADDING;
  const top = cell.y + CELL_PADDING;
  /** How far a row is away at least. */
  const away = (row: number) =>
    row < 0 ? Number.POSITIVE_INFINITY : Math.abs(top + row * ROW_PITCH - wanted.y);

  function nearerIn(row: number, found: Found | null): Found | null {
    let best = found;
    let isFull = true;
    for (let column = 0; column < places; column += 1) {
      const slot = { x: left + column * COLUMN_PITCH, y: top + row * ROW_PITCH };
      const distance = Math.hypot(slot.x - wanted.x, slot.y - wanted.y);
      const isNearer = !best || distance < best.distance || (distance === best.distance && row < best.row);
      // Whether one is taken that is too far away need not be known.
      if (isNearer && isTaken({ ...slot, ...CARD })) continue;
      isFull = false;
      if (isNearer) best = { slot, row, distance };
    }
    if (isFull) full.add(row);
    return best;
  }

  const start = Math.max(0, Math.round((wanted.y - top) / ROW_PITCH));
  let up = full.above(start - 1);
  let down = full.below(start);
  let best: Found | null = null;
  for (;;) {
    const isUp = away(up) <= away(down);
    const row = isUp ? up : down;
    // Written so that a place that is no number comes to an end, too.
    if (best && !(away(row) <= best.distance)) return best.slot;
    best = nearerIn(row, best);
    if (isUp) up = full.above(row - 1);
    else down = full.below(row + 1);
  }
}

interface Found {
  readonly slot: Point;
  readonly row: number;
  readonly distance: number;
}
