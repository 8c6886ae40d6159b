import { Button } from "@mantine/core";
import { CloudOff, HardDriveDownload } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { fileNameOf } from "#exchange/file-name.ts";
import { mapToJson } from "#exchange/json/write-map.ts";
import { useServices } from "../services.ts";
import { useOpenMap } from "./open-map.ts";
import classes from "./SaveStatus.module.css";

/** Whether the map is kept; when it is not, why, and two ways out. */
export function SaveStatus() {
  const { t } = useTranslation();
  const { saving, retry, editor } = useOpenMap();
  const { saveFile } = useServices();
  const state = useStore(saving);

  function download(): void {
    const { map } = editor.store.getState();
    const blob = new Blob([mapToJson(map)], { type: "application/json" });
    void saveFile(blob, fileNameOf(map.title, "dreiklang.json", t("scene.noTitle")));
  }

  const isFailed = state.state === "notSaved";
  return (
    <div className={classes.box} data-failed={isFailed || undefined}>
      <span role="status" className={classes.status}>
        {isFailed && <CloudOff size="1rem" aria-hidden />}
        {isFailed
          ? t("saving.notSaved", { reason: t(`saving.reason.${state.problem}`) })
          : t(`saving.${state.state}`)}
      </span>
      {isFailed && (
        <>
          <Button size="compact-sm" variant="default" onClick={retry} title={state.detail}>
            {t("saving.retry")}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<HardDriveDownload size="1rem" aria-hidden />}
            onClick={download}
          >
            {t("saving.download")}
          </Button>
        </>
      )}
    </div>
  );
}
