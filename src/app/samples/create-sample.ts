import { parseMapFile } from "#exchange/json/parse-map.ts";
import type { LanguageCode } from "#i18n/languages.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import type { Services } from "#ui/services.ts";

/** The sample's file by language, loaded on use. */
const samples: Readonly<Record<"en" | "de", () => Promise<string>>> = {
  en: async () => (await import("./machine-tool.en.json?raw")).default,
  de: async () => (await import("./machine-tool.de.json?raw")).default,
};

type Tools = Pick<Services, "newId" | "now">;

/** A new map from the sample in a language; it begins to live now, whatever its file says. */
export async function sampleMap(language: LanguageCode, { newId, now }: Tools): Promise<JourneyMap> {
  const text = await samples[language === "en" ? "en" : "de"]();
  const result = parseMapFile(text, { newId, now });
  if (!result.ok) throw new Error("The sample is not a sound map");
  const at = now();
  return { ...result.map, id: newId(), createdAt: at, updatedAt: at };
}

/** Keeps a new map from the sample; resolves with its id. */
export async function createSample({
  library,
  settings,
  newId,
  now,
}: Pick<Services, "library" | "settings" | "newId" | "now">): Promise<Id> {
  const map = await sampleMap(settings.getState().language, { newId, now });
  await library.create(map);
  return map.id;
}
