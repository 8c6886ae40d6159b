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

/** A picture reaches so far beyond each side of the screen, as a share of it: the hand may move before it ends. */
export const REACH = 0.25;
/** A picture that is stretched more than this, or shrunk as much, is too coarse even while the hand moves. */
const MOST_STRETCH = 2;

/** The part of the map that a picture painted at this view holds, map units. */
export function paintedPart(view: View, screen: Screen): Rectangle {
  const { width, height } = screen;
  return {
    x: (-width * REACH - view.x) / view.zoom,
    y: (-height * REACH - view.y) / view.zoom,
    width: (width * (1 + 2 * REACH)) / view.zoom,
    height: (height * (1 + 2 * REACH)) / view.zoom,
  };
}

/**
 * Whether a picture painted at one view still shows, moved and stretched, all of the map that another view has on
 * the screen. `bounds`: all that there is to be seen, null for nothing.
 */
export function stillShows(painted: View, view: View, screen: Screen, bounds: Rectangle | null): boolean {
  const stretch = view.zoom / painted.zoom;
  if (stretch > MOST_STRETCH || stretch < 1 / MOST_STRETCH) return false;
  if (!bounds) return true;
  const part = paintedPart(painted, screen);
  const left = Math.max(-view.x / view.zoom, bounds.x);
  const top = Math.max(-view.y / view.zoom, bounds.y);
  const right = Math.min((screen.width - view.x) / view.zoom, bounds.x + bounds.width);
  const bottom = Math.min((screen.height - view.y) / view.zoom, bounds.y + bounds.height);
  if (left >= right || top >= bottom) return true;
  return left >= part.x && top >= part.y && right <= part.x + part.width && bottom <= part.y + part.height;
}

/** The CSS transform that brings a picture painted at one view, its corner outside of the screen, to another one. */
export function moveOf(painted: View, view: View, screen: Screen): string {
  const stretch = view.zoom / painted.zoom;
  const x = view.x - stretch * (painted.x + screen.width * REACH);
  const y = view.y - stretch * (painted.y + screen.height * REACH);
  return `translate(${x}px, ${y}px) scale(${stretch})`;
}
