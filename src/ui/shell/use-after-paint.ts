import { useEffect, useState } from "react";

/** Until a picture that has been painted is on the screen, milliseconds. */
const PRESENTED = 50;
/** A page in the background is never painted: then it goes on after so many milliseconds. */
const LATEST = 300;
/** Also where what is waited for never comes. */
const LATEST_WITHOUT = 1500;

/**
 * False until what one came for has been painted: what nobody sees at first must not hold it up. `isReady`: it is on the
 * page now, to be painted with the next frame.
 */
export function useAfterPaint(isReady = true): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    const goOn = () => setPainted(true);
    const timer = setTimeout(goOn, isReady ? LATEST : LATEST_WITHOUT);
    let inner = 0;
    // The first frame is only asked for; in the next one it has been painted.
    const outer = isReady
      ? requestAnimationFrame(() => {
          inner = requestAnimationFrame(() => setTimeout(goOn, PRESENTED));
        })
      : 0;
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(outer);
      cancelAnimationFrame(inner);
    };
  }, [isReady]);
  return isPainted;
}
