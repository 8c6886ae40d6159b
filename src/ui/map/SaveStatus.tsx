import { Button } from "@mantine/core";
import { CloudOff, Eye, HardDriveDownload } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { fileNameOf } from "#exchange/file-name.ts";
import { mapToJson } from "#exchange/json/write-map.ts";
import { type SaveState, useServices } from "../services.ts";
import { useOpenMap } from "./open-map.ts";
import classes from "./SaveStatus.module.css";

function useSaveText(): (state: SaveState) => string {
  const { t } = useTranslation();
  return (state) => {
    if (state.state === "viewOnly") return t(`saving.viewOnly.${state.reason}`);
    if (state.state !== "notSaved" && state.state !== "retrying") return t(`saving.${state.state}`);
    return t(`saving.${state.state}`, { reason: t(`saving.reason.${state.problem}`) });
  };
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
      <span role="status" className={classes.status}>
        {isFailed && <CloudOff size="1rem" aria-hidden />}
        {isViewOnly && <Eye size="1rem" aria-hidden />}
        {textOf(state)}
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
    </div>
  );
}
