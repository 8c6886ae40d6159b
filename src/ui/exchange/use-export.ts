import { notifications } from "@mantine/notifications";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { fileNameOf } from "#exchange/file-name.ts";
import type { Format } from "#exchange/formats.ts";
import { defaultPictureSettings, type PictureSettings } from "#exchange/png/write-png.ts";
import { type Problem, problem } from "#exchange/problem.ts";
import { useText } from "#i18n/i18n.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { useServices } from "../services.ts";
import { pictureTools } from "./picture-tools.ts";
import { problemText } from "./problem-text.ts";

/** Writes a map as a file and gives it to the user; the result is null, or what was in the way. */
export type ExportMap = (
  map: JourneyMap,
  format: Format,
  settings?: PictureSettings,
) => Promise<Problem | null>;

export function useExport(): ExportMap {
  const { saveFile } = useServices();
  const { t: fixed, i18n } = useTranslation();
  const t = useText();
  return useCallback<ExportMap>(
    async (map, format, settings = defaultPictureSettings) => {
      const fail = (found: Problem) => {
        const title = fixed("exchange.notSaved");
        notifications.show({ color: "red", autoClose: false, title, message: problemText(t, found) });
        return found;
      };
      try {
        const result = await format.write?.(map, settings, pictureTools(t, i18n.language));
        if (!result?.ok) return fail(result?.problem ?? problem("pictureFailed"));
        const name = fileNameOf(map.title, format.extension, fixed("exchange.fallbackName"));
        await saveFile(result.blob, name);
        notifications.show({ message: fixed("exchange.saved", { name }) });
        return null;
      } catch (error) {
        console.error(error);
        return fail(problem("notWritten"));
      }
    },
    [fixed, t, i18n, saveFile],
  );
}
