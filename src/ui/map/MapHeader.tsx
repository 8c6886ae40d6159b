import { ActionIcon, Tooltip } from "@mantine/core";
import { ClipboardCheck, PanelRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { changeMap } from "#model/commands/map.ts";
import { useServices } from "../services.ts";
import { AppMenu } from "../shell/AppMenu.tsx";
import { HomeLink } from "../shell/HomeLink.tsx";
import { useRunAction } from "../shell/runner.ts";
import { ViewLinks } from "../shell/ViewLinks.tsx";
import classes from "./MapHeader.module.css";
import type { MapView } from "./MapPage.tsx";
import { useEditorState, useOpenMap } from "./open-map.ts";
import { SaveStatus } from "./SaveStatus.tsx";

const views = [
  { view: "map", path: "" },
  { view: "outline", path: "/outline" },
  { view: "table", path: "/table" },
  { view: "audit", path: "/audit" },
  { view: "plan", path: "/plan" },
  { view: "history", path: "/history" },
] as const;

/** The first row of a map page: the way back, title, views, saving, and what belongs to the whole page. */
export function MapHeader({ view }: { readonly view: MapView }) {
  const { t } = useTranslation();
  const { editor } = useOpenMap();
  const title = useEditorState((state) => state.map.title);
  const mapId = useEditorState((state) => state.map.id);
  return (
    <div className={classes.header}>
      <HomeLink />
      <h1 className={classes.heading}>
        <input
          className={classes.title}
          aria-label={t("mapPage.titleOfMap")}
          value={title}
          placeholder={t("scene.noTitle")}
          maxLength={200}
          dir="auto"
          size={Math.min(60, Math.max(14, title.length))}
          onChange={(event) => editor.dispatch(changeMap({ title: event.currentTarget.value }))}
          onBlur={() => editor.endMerge()}
          onKeyDown={(event) => {
            if (event.key === "Enter" || event.key === "Escape") event.currentTarget.blur();
          }}
        />
      </h1>
      <ViewLinks
        label={t("mapPage.views")}
        links={views.map(({ view: name, path }) => ({
          href: `/map/${mapId}${path}`,
          text: t(`mapPage.${name}`),
          isCurrent: view === name,
        }))}
      />
      <SaveStatus />
      {/* They keep their room where there are no panels: the views stay where they are. */}
      <div className={classes.toggles} data-none={(view !== "map" && view !== "outline") || undefined}>
        <PanelToggles />
      </div>
      <AppMenu />
    </div>
  );
}

/** Opens and closes what stands beside the map. */
function PanelToggles() {
  const { t } = useTranslation();
  const run = useRunAction();
  const { isAuditOpen, areDetailsOpen } = useStore(useServices().settings);
  return (
    <>
      <Tooltip label={t("mapPage.toggleAudit")}>
        <ActionIcon
          variant={isAuditOpen ? "light" : "subtle"}
          size="lg"
          aria-label={t("mapPage.toggleAudit")}
          aria-pressed={isAuditOpen}
          onClick={() => run("toggle-audit")}
        >
          <ClipboardCheck size="1.2rem" aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t("mapPage.toggleDetails")}>
        <ActionIcon
          variant={areDetailsOpen ? "light" : "subtle"}
          size="lg"
          aria-label={t("mapPage.toggleDetails")}
          aria-pressed={areDetailsOpen}
          onClick={() => run("toggle-details")}
        >
          <PanelRight size="1.2rem" aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
