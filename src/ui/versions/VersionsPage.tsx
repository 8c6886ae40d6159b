import { Alert, Switch, Tabs } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Id } from "#model/journey-map.ts";
import { useEditor, useEditorState } from "../map/open-map.ts";
import { HistoryPanel } from "../panels/history/HistoryPanel.tsx";
import type { MapVersion } from "../services.ts";
import { PageLoader } from "../shell/PageLoader.tsx";
import { useVersions, type VersionsState } from "./use-versions.ts";
import { VersionDetail } from "./VersionDetail.tsx";
import { type Chosen, VersionList } from "./VersionList.tsx";
import classes from "./versions.module.css";

interface VersionsPageProps {
  /** Selects nodes and shows them on the canvas. */
  onShow(nodeIds: readonly Id[]): void;
}

/** The history of a map: versions that were kept and steps of this visit on the left, one state of it beside them. */
export function VersionsPage({ onShow }: VersionsPageProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const mapId = useEditorState((state) => state.map.id);
  const state = useVersions(mapId);
  const [tab, setTab] = useState("versions");
  const rows = state.rows ?? [];
  const [chosen, setChosen] = useChosen(rows);
  // What is selected cannot be seen here, and must not be what a key does something to.
  useEffect(() => editor.select({ nodeIds: [], connectionIds: [] }), [editor]);
  return (
    <div className={classes.page}>
      <div className={classes.side}>
        <Tabs value={tab} onChange={(value) => setTab(value ?? "versions")} className={classes.tabs ?? ""}>
          <Tabs.List aria-label={t("versions.parts")} grow>
            <Tabs.Tab value="versions">{t("versions.title")}</Tabs.Tab>
            <Tabs.Tab value="steps">{t("versions.steps")}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="versions" className={classes.panel ?? ""}>
            <Versions state={state} chosen={chosen} onChoose={setChosen} />
          </Tabs.Panel>
          <Tabs.Panel value="steps" className={classes.panel ?? ""}>
            {tab === "steps" && <HistoryPanel />}
          </Tabs.Panel>
        </Tabs>
      </div>
      <VersionDetail rows={rows} chosen={tab === "versions" ? chosen : "now"} onShow={onShow} />
    </div>
  );
}

/** The chosen state. After a version that was removed, here or because its time was over, the next one is chosen. */
function useChosen(rows: readonly MapVersion[]): readonly [Chosen, (chosen: Chosen) => void] {
  const [wanted, setWanted] = useState<Chosen>("now");
  const lastPlace = useRef(0);
  const place = rows.findIndex(({ id }) => id === wanted);
  if (place >= 0) lastPlace.current = place;
  const next = rows[Math.min(lastPlace.current, rows.length - 1)]?.id ?? "now";
  return [wanted === "now" || place >= 0 ? wanted : next, setWanted];
}

interface VersionsProps {
  readonly state: VersionsState;
  readonly chosen: Chosen;
  onChoose(chosen: Chosen): void;
}

function Versions({ state: { rows, hasProblem }, chosen, onChoose }: VersionsProps) {
  const { t } = useTranslation();
  const [isNamedOnly, setNamedOnly] = useState(false);
  const hasNamed = rows?.some(({ name }) => name !== null) ?? false;
  const listed = isNamedOnly ? rows?.filter(({ name, id }) => name !== null || id === chosen) : rows;
  if (hasProblem) {
    return (
      <Alert color="red" title={t("versions.problem.list")}>
        {t("versions.problem.listText")}
      </Alert>
    );
  }
  if (!rows || !listed) return <PageLoader />;
  return (
    <>
      <p className={classes.hint}>{t(rows.length === 0 ? "versions.none" : "versions.hint")}</p>
      {(hasNamed || isNamedOnly) && (
        <Switch
          label={t("versions.namedOnly")}
          checked={isNamedOnly}
          onChange={(event) => setNamedOnly(event.currentTarget.checked)}
        />
      )}
      {listed.length === 0 && isNamedOnly && <p className={classes.hint}>{t("versions.noneNamed")}</p>}
      <VersionList rows={listed} chosen={chosen} onChoose={onChoose} />
    </>
  );
}
