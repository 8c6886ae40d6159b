import { createStore, type StoreApi } from "zustand/vanilla";
import { preferredLanguage } from "#i18n/preferred-language.ts";
import { isSame } from "#model/is-same.ts";
import type { Services, SettingsState, StoreNotice } from "#ui/services.ts";
import { newId } from "./new-id.ts";
import { createSample } from "./samples/create-sample.ts";
import { saveFile } from "./save-file.ts";
import { browserStorage, createSettings } from "./settings.ts";
import { startStore } from "./start-store.ts";
import { createTemplates } from "./templates/templates.ts";

/** What there is before the store is, which may keep one waiting. */
export interface EarlyServices {
  readonly settings: StoreApi<SettingsState>;
  readonly notices: Services["notices"];
}

export function createEarlyServices(): EarlyServices {
  return {
    settings: createSettings(browserStorage(), {
      theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
      language: preferredLanguage(navigator.languages),
    }),
    notices: createStore(() => ({ list: [] })),
  };
}

/** Everything that the interface needs of the browser. `shown`: resolves when the page shows the app. */
export async function startServices(
  { settings, notices }: EarlyServices,
  shown: Promise<void>,
): Promise<Services> {
  const notify = (notice: StoreNotice) =>
    notices.setState(({ list }) => ({
      list: list.some((one) => isSame(one, notice)) ? list : [...list, notice],
    }));
  const putAway = (kind: StoreNotice["kind"]) =>
    notices.setState(({ list }) => ({ list: list.filter((one) => one.kind !== kind) }));
  const { isNewer, fileSaved, ...store } = await startStore({ newId, now, notify, putAway, shown });
  return {
    ...store,
    templates: createTemplates({ newId, now }),
    createSample: () => createSample({ library: store.library, settings, newId, now }),
    notices,
    isStoreNewer: isNewer,
    settings,
    async saveFile(blob, fileName) {
      await saveFile(blob, fileName);
      fileSaved(fileName);
    },
    newId,
    now,
  };
}

function now(): string {
  return new Date().toISOString();
}
