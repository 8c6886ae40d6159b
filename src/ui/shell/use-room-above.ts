import { type RefObject, useLayoutEffect, useRef } from "react";

/**
 * For what stands above the page: pages that are as high as the window leave it its room by `--room-above`. `isThere`:
 * whether it is on the page now.
 */
export function useRoomAbove(isThere: boolean): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const { current } = element;
    if (!isThere || !current) return;
    const { style } = document.documentElement;
    const measure = () => style.setProperty("--room-above", `${current.offsetHeight}px`);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => {
      observer.disconnect();
      style.removeProperty("--room-above");
    };
  }, [isThere]);
  return element;
}
