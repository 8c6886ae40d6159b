import type { FiguresKeeper } from "#storage/figures/figures-keeper.ts";
import type { OpenMapListener } from "./open-map-listener.ts";

/** Lets the figures of the portfolio follow the maps that are edited here. */
export function figuresFollow(keeper: FiguresKeeper): OpenMapListener {
  return {
    onChange: keeper.putOff,
    onKept: keeper.edited,
    // Nobody waits for them: the next window may edit the map at once.
    onClosed: keeper.written,
  };
}
