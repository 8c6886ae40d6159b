import { useStoreApi } from "@xyflow/react";
import { type RefObject, useLayoutEffect } from "react";

type Transform = readonly [x: number, y: number, zoom: number];

/**
 * Brings what stands over the canvas level with it. `stretch`: how many times larger the canvas is than when the track
 * was laid out.
 */
export type TrackMove = (track: HTMLElement, transform: Transform, stretch: number) => void;

/** How much the zoom may change before what stands over the canvas is laid out anew. */
const MOST_STRETCH = 1.25;
/** The hand rests when it has not moved for so long, milliseconds. */
const REST = 120;

/**
 * Keeps what stands over the canvas level with it, past React: `move` for every frame of a moving hand, which should
 * write transforms only; `--zoom` of the element, for which everything inside is laid out anew, now and then and when
 * the hand rests. `move` must be the same function as long as nothing changes.
 */
export function useFollowingTrack(element: RefObject<HTMLElement | null>, move: TrackMove | null): void {
  const flow = useStoreApi();
  useLayoutEffect(() => {
    const track = element.current;
    if (!track || !move) return;
    let laidOut = 0;
    let rest = 0;
    const layOut = () => {
      const { transform } = flow.getState();
      laidOut = transform[2];
      track.style.setProperty("--zoom", String(laidOut));
      move(track, transform, 1);
    };
    const follow = (transform: Transform) => {
      const stretch = transform[2] / laidOut;
      clearTimeout(rest);
      if (stretch > MOST_STRETCH || stretch < 1 / MOST_STRETCH) {
        layOut();
        return;
      }
      if (stretch !== 1) rest = window.setTimeout(layOut, REST);
      move(track, transform, stretch);
    };
    follow(flow.getState().transform);
    const unsubscribe = flow.subscribe((state, before) => {
      if (state.transform !== before.transform) follow(state.transform);
    });
    return () => {
      clearTimeout(rest);
      unsubscribe();
    };
  }, [flow, element, move]);
}
