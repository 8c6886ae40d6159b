import { useEffect, useState } from "react";

/** A page in the background is never painted: then it goes on after so many milliseconds. */
const LATEST = 300;

/** False until the page has been painted once: what nobody sees at first must not hold up what they came for. */
export function useAfterPaint(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    const goOn = () => setPainted(true);
    const timer = setTimeout(goOn, LATEST);
    let inner = 0;
    // The first frame is only asked for; in the next one it has been painted.
    const outer = requestAnimationFrame(() => {
      inner = requestAnimationFrame(() => setTimeout(goOn));
    });
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(outer);
      cancelAnimationFrame(inner);
    };
  }, []);
  return isPainted;
}
