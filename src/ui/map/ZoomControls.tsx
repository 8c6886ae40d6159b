import { ActionIcon, Button, Group, Tooltip } from "@mantine/core";
import { useStoreApi } from "@xyflow/react";
import { Map as MapIcon, Maximize, Minus, Plus } from "lucide-react";
import { type RefObject, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useStore as useZustand } from "zustand";
import { useServices } from "../services.ts";
import { useRunAction } from "../shell/runner.ts";
import classes from "./ZoomControls.module.css";

const buttons = [
  { id: "zoom-out", Icon: Minus },
  { id: "zoom-in", Icon: Plus },
  { id: "fit-map", Icon: Maximize },
] as const;

/** Zoom and overview. */
export function ZoomControls() {
  const { t } = useTranslation();
  const run = useRunAction();
  const level = useRef<HTMLButtonElement>(null);
  useShownZoom(level);
  const isMinimapOpen = useZustand(useServices().settings, (settings) => settings.isMinimapOpen);
  return (
    <Group gap={2} wrap="nowrap" role="group" aria-label={t("mapPage.zoom")}>
      {buttons.map(({ id, Icon }) => (
        <Tooltip key={id} label={t(`action.${id}`)}>
          <ActionIcon
            variant="subtle"
            color="dark"
            size="1.9rem"
            aria-label={t(`action.${id}`)}
            onClick={() => run(id)}
          >
            <Icon size="1.1rem" aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
      <Tooltip label={t("action.zoom-100")}>
        <Button
          variant="subtle"
          color="dark"
          size="compact-sm"
          className={classes.level ?? ""}
          ref={level}
          onClick={() => run("zoom-100")}
        >
          <span data-zoom="" />
        </Button>
      </Tooltip>
      <Tooltip label={t("action.toggle-minimap")}>
        <ActionIcon
          variant={isMinimapOpen ? "light" : "subtle"}
          color="dark"
          size="1.9rem"
          aria-label={t("action.toggle-minimap")}
          aria-pressed={isMinimapOpen}
          onClick={() => run("toggle-minimap")}
        >
          <MapIcon size="1.1rem" aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}

/** How often the zoom is written while it changes, milliseconds: the page is laid out for each. */
const SHOWN_EVERY = 100;

/** Writes the zoom into its button, past React: it changes with every frame of a zooming hand. */
function useShownZoom(button: RefObject<HTMLButtonElement | null>): void {
  const { t, i18n } = useTranslation();
  const flow = useStoreApi();
  useLayoutEffect(() => {
    const format = new Intl.NumberFormat(i18n.language, { style: "percent" });
    let shown = "";
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      timer = undefined;
      const [, , zoom] = flow.getState().transform;
      const percent = format.format(Math.round(zoom * 100) / 100);
      const text = button.current?.querySelector("[data-zoom]");
      if (!text || percent === shown) return;
      shown = percent;
      text.textContent = percent;
      button.current?.setAttribute("aria-label", t("mapPage.zoomLevel", { percent }));
    };
    show();
    const unsubscribe = flow.subscribe(({ transform }, before) => {
      if (transform[2] !== before.transform[2]) timer ??= setTimeout(show, SHOWN_EVERY);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [flow, button, t, i18n.language]);
}
