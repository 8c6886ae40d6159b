import { type ReactNode, useEffect, useRef } from "react";
import { type SettingsState, useServices } from "../services.ts";
import classes from "./Toolbar.module.css";

interface Props {
  /** The map has its first picture, or there is none to wait for. */
  readonly isPainted: boolean;
  readonly children: ReactNode;
}

/**
 * The tools take as long to build as the map takes to paint, and wait for its picture. Only where their height is known
 * from the last time: what came later would push the map down.
 */
export function ToolsRoom({ isPainted, children }: Props) {
  const { settings } = useServices();
  const { toolsRoom } = settings.getState();
  const room = useRef<HTMLDivElement>(null);
  const isShown = isPainted || toolsRoom?.look !== lookOf(settings.getState());

  useEffect(() => {
    const element = room.current?.firstElementChild;
    if (!isShown || !element || typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(() => {
      const height = element.getBoundingClientRect().height;
      const now = lookOf(settings.getState());
      const { toolsRoom: known } = settings.getState();
      if (height > 0 && (known?.look !== now || known.height !== height))
        settings.setState({ toolsRoom: { look: now, height } });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [isShown, settings]);

  return (
    <div ref={room} className={classes.room}>
      {isShown ? children : <div className={classes.waiting} style={{ height: toolsRoom?.height }} />}
    </div>
  );
}

/** All that their height follows from. */
function lookOf({ theme, language }: Pick<SettingsState, "theme" | "language">): string {
  return [window.innerWidth, theme, language].join();
}
