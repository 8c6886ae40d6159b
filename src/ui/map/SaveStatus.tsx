import { Button } from "@mantine/core";
import { CloudOff, Eye, HardDriveDownload } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { fileNameOf } from "#exchange/file-name.ts";
import { mapToJson } from "#exchange/json/write-map.ts";
import { type SaveState, useServices } from "../services.ts";
import { useRunAction } from "../shell/runner.ts";
import { useEditorState, useOpenMap } from "./open-map.ts";
import classes from "./SaveStatus.module.css";

function useSaveText(): (state: SaveState) => string {
  const { t } = useTranslation();
  return (state) => {
    if (state.state === "viewOnly") return t(`saving.viewOnly.${state.reason}`);
    if (state.state !== "notSaved" && state.state !== "retrying") return t(`saving.${state.state}`);
    return t(`saving.${state.state}`, { reason: t(`saving.reason.${state.problem}`) });
  };
}

/** When the map was last written to the other two places; leads to all that can be said of them. */
function BackupLine() {
  const { t } = useTranslation();
  const timeText = useClockText();
  const run = useRunAction();
  const { storage } = useServices();
  const mapId = useEditorState(({ map }) => map.id);
  const { lastAt } = useStore(storage.copy);
  const { state: folder, files } = useStore(storage.folder);
  const file = files[mapId];
  const fileText = file ? t("saving.fileAt", { name: file.name, at: timeText(file.at) }) : t("saving.noFile");
  const parts = [
    lastAt === null ? t("saving.noCopy") : t("saving.copyAt", { at: timeText(lastAt) }),
    // Whatever was written before: what is done now goes into no file.
    folder === "needsPermission" || folder === "failed" ? t("saving.fileNotConnected") : fileText,
  ];
  return (
    <button
      type="button"
      className={classes.backups}
      title={t("action.storage")}
      onClick={() => run("storage")}
    >
      {parts.join(" · ")}
    </button>
  );
}

function useClockText(): (at: string) => string {
  const { language } = useTranslation().i18n;
  // Made once: the browser takes as long for that as for all the rest of the line.
  const format = useMemo(() => new Intl.DateTimeFormat(language, { timeStyle: "medium" }), [language]);
  return (at) => format.format(new Date(at));
}

/** Whether the map is kept; when it is not, why, and two ways out. */
export function SaveStatus() {
  const { t } = useTranslation();
  const { saving, retry, takeOver, editor } = useOpenMap();
  const { saveFile } = useServices();
  const state = useStore(saving);
  const [isTaking, setTaking] = useState(false);
  const textOf = useSaveText();

  async function edit(): Promise<void> {
    setTaking(true);
    await takeOver();
    setTaking(false);
  }

  function download(): void {
    const { map } = editor.store.getState();
    const blob = new Blob([mapToJson(map)], { type: "application/json" });
    void saveFile(blob, fileNameOf(map.title, "dreiklang.json", t("scene.noTitle")));
  }

  const isFailed = state.state === "notSaved" || state.state === "retrying";
  const isViewOnly = state.state === "viewOnly";
  const needsFile = isFailed || state.state === "onlyHere";
  return (
    <div className={classes.box} data-failed={isFailed || undefined} data-view-only={isViewOnly || undefined}>
      <span className={classes.lines}>
        <span role="status" className={classes.status}>
          {isFailed && <CloudOff size="1rem" aria-hidden />}
          {isViewOnly && <Eye size="1rem" aria-hidden />}
          {textOf(state)}
        </span>
        {state.state !== "onlyHere" && <BackupLine />}
      </span>
      {state.state === "notSaved" && (
        <Button size="compact-sm" variant="default" onClick={retry} title={state.detail}>
          {t("saving.retry")}
        </Button>
      )}
      {needsFile && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<HardDriveDownload size="1rem" aria-hidden />}
          onClick={download}
        >
          {t("saving.download")}
        </Button>
      )}
      {state.state === "viewOnly" && state.reason === "otherWindow" && (
        <Button size="compact-sm" loading={isTaking} onClick={() => void edit()}>
          {t("saving.editHere")}
        </Button>
      )}
      {state.state === "viewOnly" && state.reason === "newerProgram" && (
        <Button size="compact-sm" onClick={() => window.location.reload()}>
          {t("shell.error.reload")}
        </Button>
      )}
    </div>
  );
}
