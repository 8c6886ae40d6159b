import type { Rectangle } from "#model/geometry.ts";

/** Where the map lies on the screen: a point of the map is at `point * zoom + x`, screen pixels. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Screen pixels. */
export interface Screen {
  readonly width: number;
  readonly height: number;
}

/** A part of the map as it was painted at a view; `part` in map units. */
export interface Picture {
  readonly view: View;
  readonly part: Rectangle;
}

/** What is drawn reaches so far beyond each side of the screen, as a share of it: the hand may move before it ends. */
export const REACH = 0.25;
/** While one goes into a picture, nothing beyond the screen will be needed. */
export const INWARD_REACH = 0.02;
/** A picture that is stretched more than this is too coarse even while the hand moves; shrunk more, too dense. */
const MOST_STRETCH = 3;
const MOST_SHRINK = 2;
/** Outlines and arrows reach beyond the nodes, map units. */
const MARGIN = 80;
/** A map that has grown into its margin needs so much of it at least. */
export const LEAST_MARGIN = 50;

/** The part of the map that is on the screen, and `reach` of the screen more at each side; map units. */
export function partInView({ x, y, zoom }: View, { width, height }: Screen, reach = 0): Rectangle {
  return {
    x: (-width * reach - x) / zoom,
    y: (-height * reach - y) / zoom,
    width: (width * (1 + 2 * reach)) / zoom,
    height: (height * (1 + 2 * reach)) / zoom,
  };
}

/** What is to be painted for a view: what is near it, and of that only where there is something. */
export function pictureFor(view: View, screen: Screen, bounds: Rectangle | null, reach = REACH): Picture {
  const near = partInView(view, screen, reach);
  const { x, y, width, height } = bounds ?? { x: 0, y: 0, width: 0, height: 0 };
  // A picture between two pixels of the screen would be blurred.
  const left = onPixel(Math.max(near.x, x - MARGIN), view.x, view.zoom);
  const top = onPixel(Math.max(near.y, y - MARGIN), view.y, view.zoom);
  const right = Math.min(near.x + near.width, x + width + MARGIN);
  const bottom = Math.min(near.y + near.height, y + height + MARGIN);
  const part = { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
  return { view, part };
}

/** The next place (map units) that lies on a whole pixel of the screen, but for what the sums are off. */
function onPixel(place: number, offset: number, zoom: number): number {
  return (Math.floor(place * zoom + offset + 1e-6) - offset) / zoom;
}

/**
 * Whether a picture still shows, moved and stretched, all of the map that another view has on the screen.
 * `bounds`: all that there is to be seen, null for nothing; `margin`: so much around it belongs to it, map units.
 */
export function stillShows(
  picture: Picture,
  view: View,
  screen: Screen,
  bounds: Rectangle | null,
  margin = 0,
): boolean {
  const stretch = view.zoom / picture.view.zoom;
  if (stretch > MOST_STRETCH || stretch < 1 / MOST_SHRINK) return false;
  if (!bounds) return true;
  const { part } = picture;
  const seen = partInView(view, screen);
  const left = Math.max(seen.x, bounds.x - margin);
  const top = Math.max(seen.y, bounds.y - margin);
  const right = Math.min(seen.x + seen.width, bounds.x + bounds.width + margin);
  const bottom = Math.min(seen.y + seen.height, bounds.y + bounds.height + margin);
  if (left >= right || top >= bottom) return true;
  return left >= part.x && top >= part.y && right <= part.x + part.width && bottom <= part.y + part.height;
}

/** The CSS transform that brings a picture, its upper left corner at that of the screen, to where a view has it. */
export function moveOf({ view: painted, part }: Picture, view: View): string {
  return `translate(${part.x * view.zoom + view.x}px, ${part.y * view.zoom + view.y}px) scale(${view.zoom / painted.zoom})`;
}

/** Whether one rectangle lies wholly in another one. */
export function holds(outer: Rectangle, inner: Rectangle): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
