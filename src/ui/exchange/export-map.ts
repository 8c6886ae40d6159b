import { notifications } from "@mantine/notifications";
import { fileNameOf } from "#exchange/file-name.ts";
import type { Format } from "#exchange/formats.ts";
import { defaultPictureSettings, type PictureSettings } from "#exchange/png/write-png.ts";
import { type Problem, problem } from "#exchange/problem.ts";
import type { TextOf } from "#i18n/i18n.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import type { Services } from "../services.ts";
import { pictureTools } from "./picture-tools.ts";
import { problemText } from "./problem-text.ts";

export interface ExportTools {
  readonly services: Pick<Services, "saveFile" | "settings">;
  readonly t: TextOf;
  /** The ids of findings that were gone once; asked for where a format lists findings. */
  gone?(): Promise<ReadonlySet<string>>;
}

/** Writes a map as a file and gives it to the user. The result: null, or what was in the way and has been said. */
export async function exportMap(
  map: JourneyMap,
  format: Format,
  tools: ExportTools,
  settings: PictureSettings = defaultPictureSettings,
): Promise<Problem | null> {
  const found = await attempt(map, format, tools, settings);
  if (found) {
    const { t } = tools;
    const title = t("exchange.notSaved");
    notifications.show({ color: "red", autoClose: false, title, message: problemText(t, found) });
  }
  return found;
}

async function attempt(
  map: JourneyMap,
  format: Format,
  { services, t, ...tools }: ExportTools,
  settings: PictureSettings,
): Promise<Problem | null> {
  const { language } = services.settings.getState();
  try {
    const gone = format.listsFindings ? await tools.gone?.().catch(withoutVersions) : undefined;
    const result = await format.write?.(map, settings, pictureTools(t, language, gone));
    if (!result?.ok) return result?.problem ?? problem("notWritten");
    const name = fileNameOf(map.title, extensionOf(format, t, language), t("exchange.fallbackName"));
    await services.saveFile(result.blob, name);
    notifications.show({ message: t("exchange.saved", { name }) });
    return null;
  } catch (error) {
    console.error(error);
    return problem("notWritten");
  }
}

/** A table is named by what is in it, in the words of the reader. */
function extensionOf({ extension, table }: Format, t: TextOf, language: string): string {
  return table ? `${t(`report.tables.${table}`).toLocaleLowerCase(language)}.csv` : extension;
}

/** A table that knows less is better than none. */
function withoutVersions(error: unknown): undefined {
  console.error(error);
}
