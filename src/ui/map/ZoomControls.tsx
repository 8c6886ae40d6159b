import { ActionIcon, Button, Group, Tooltip } from "@mantine/core";
import { useStore } from "@xyflow/react";
import { Map as MapIcon, Maximize, Minus, Plus } from "lucide-react";
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
  const { t, i18n } = useTranslation();
  const run = useRunAction();
  const zoom = useStore((state) => Math.round(state.transform[2] * 100));
  const isMinimapOpen = useZustand(useServices().settings, (settings) => settings.isMinimapOpen);
  const percent = new Intl.NumberFormat(i18n.language, { style: "percent" }).format(zoom / 100);
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
          aria-label={t("mapPage.zoomLevel", { percent })}
          onClick={() => run("zoom-100")}
        >
          {percent}
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
