import { type RefObject, useEffect, useState } from "react";

/** So many findings stand in the list at first, and come when its end comes near. */
const STEP = 30;

/**
 * How many rows of a long list are there: a map of a thousand nodes has hundreds of findings, and nobody looks at all
 * of them at once. `needed`: the place of a row that must be there, -1 for none. `end`: what stands after the last
 * row; when it comes near, more rows come.
 */
export function useShownCount(
  total: number,
  needed: number,
  end: RefObject<Element | null>,
): { readonly shown: number; more(): void } {
  const [count, setCount] = useState(STEP);
  if (needed >= count) setCount(needed + STEP);
  const shown = Math.min(total, count);
  const isMore = shown < total;

  useEffect(() => {
    const element = end.current;
    if (!element || !isMore || typeof IntersectionObserver === "undefined") return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setCount(count + STEP),
      { rootMargin: "400px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [count, isMore, end]);

  return { shown, more: () => setCount(shown + STEP) };
}
