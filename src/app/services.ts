import { createStore } from "zustand/vanilla";
import { preferredLanguage } from "#i18n/preferred-language.ts";
import { isSame } from "#model/is-same.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { createConnection } from "#storage/connection.ts";
import { openDatabase } from "#storage/database.ts";
import { createMapRepository } from "#storage/map-repository.ts";
import { freeTitle } from "#ui/library/listed-maps.ts";
import type { Services, StoreNotice } from "#ui/services.ts";
import { newId } from "./new-id.ts";
import { createOpenMaps } from "./open-maps.ts";
import { createSample } from "./samples/create-sample.ts";
import { saveFile } from "./save-file.ts";
import { browserStorage, createSettings } from "./settings.ts";
import { createTemplates } from "./templates/templates.ts";

/** Everything that the interface needs of the browser. */
export function createServices(): Services {
  const notices = createStore<{ list: readonly StoreNotice[] }>(() => ({ list: [] }));
  const notify = (notice: StoreNotice) =>
    notices.setState(({ list }) => ({
      list: list.some((one) => isSame(one, notice)) ? list : [...list, notice],
    }));
  const putAway = (kind: StoreNotice["kind"]) =>
    notices.setState(({ list }) => ({ list: list.filter((one) => one.kind !== kind) }));
  const connection = createConnection(openDatabase(), newId, {
    onNewerProgram: () => notify({ kind: "newerProgram" }),
    onBlocked: (isBlocked) => (isBlocked ? notify({ kind: "blocked" }) : putAway("blocked")),
  });
  const library = createMapRepository(connection, { newId, now });
  const channel = "BroadcastChannel" in window ? new BroadcastChannel("dreiklang") : null;
  const settings = createSettings(browserStorage(), {
    theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
    language: preferredLanguage(navigator.languages),
  });
  async function keepCopy(map: JourneyMap): Promise<string> {
    const title = freeTitle(map.title, library.summaries.getState().rows ?? []);
    await library.create({ ...map, id: newId(), title });
    return title;
  }
  return {
    library,
    templates: createTemplates({ newId, now }),
    createSample: () => createSample({ library, settings, newId, now }),
    openMap: createOpenMaps({ connection, library, newId, now, channel, keepCopy, notify }),
    notices,
    settings,
    saveFile,
    newId,
    now,
  };
}

function now(): string {
  return new Date().toISOString();
}
