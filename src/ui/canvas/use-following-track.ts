import { useStoreApi } from "@xyflow/react";
import { type RefObject, useLayoutEffect } from "react";

type Transform = readonly [x: number, y: number, zoom: number];

/** What stands over the canvas, and how it is brought level with it. */
export interface Track {
  /**
   * For every frame of a moving hand: should write transforms only. `stretch`: how many times larger the canvas is than
   * when the track was laid out.
   */
  move(element: HTMLElement, transform: Transform, stretch: number): void;
  /**
   * Gives the track the sizes for a zoom, now and then and when the hand rests. A custom property for what is inside
   * would be shorter, but then the browser works out the style of every element in it anew: a third of a frame.
   */
  layOut(element: HTMLElement, zoom: number): void;
}

/** How much the zoom may change before what stands over the canvas is laid out anew. */
const MOST_STRETCH = 1.25;
/** The hand rests when it has not moved for so long, milliseconds. */
const REST = 120;

/**
 * Keeps what stands over the canvas level with it, past React. `track` must be the same object as long as nothing
 * changes; null where there is nothing to be seen.
 */
export function useFollowingTrack(ref: RefObject<HTMLElement | null>, track: Track | null): void {
  const flow = useStoreApi();
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element || !track) return;
    let laidOut = 0;
    let rest = 0;
    const layOut = () => {
      const { transform } = flow.getState();
      laidOut = transform[2];
      track.layOut(element, laidOut);
      track.move(element, transform, 1);
    };
    const follow = (transform: Transform) => {
      const stretch = transform[2] / laidOut;
      clearTimeout(rest);
      if (stretch > MOST_STRETCH || stretch < 1 / MOST_STRETCH) {
        layOut();
        return;
      }
      if (stretch !== 1) rest = window.setTimeout(layOut, REST);
      track.move(element, transform, stretch);
    };
    follow(flow.getState().transform);
    const unsubscribe = flow.subscribe((state, before) => {
      if (state.transform !== before.transform) follow(state.transform);
    });
    return () => {
      clearTimeout(rest);
      unsubscribe();
    };
  }, [flow, ref, track]);
}
