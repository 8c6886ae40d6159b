import { createEditor } from "#editor/editor.ts";
import type { TextOf } from "#i18n/i18n.ts";
import { preferredLanguage } from "#i18n/preferred-language.ts";
import type { Id } from "#model/journey-map.ts";
import { createAutosave } from "#storage/autosave.ts";
import { openDatabase } from "#storage/database.ts";
import { createMapRepository, type MapRepository } from "#storage/map-repository.ts";
import type { OpenMap, Services } from "#ui/services.ts";
import { newId } from "./new-id.ts";
import { rememberedViewport } from "./remembered-viewport.ts";
import { saveFile } from "./save-file.ts";
import { createSettings } from "./settings.ts";
import { b2bPurchase } from "./templates/b2b-purchase.ts";
import { buildTemplate } from "./templates/build-template.ts";
import { templateTable } from "./templates/template-table.ts";
import { guardUnload } from "./unload-guard.ts";

/** Everything that the interface needs of the browser. */
export function createServices(texts: TextOf): Services {
  const library = createMapRepository(openDatabase(), { newId, now });
  return {
    library,
    templates: templateTable.map((entry) => ({
      id: entry.id,
      build: (t) => buildTemplate(entry, { newId, now, t }),
    })),
    createSample: () => createSample(library, texts),
    openMap: mapOpener(library),
    settings: createSettings(localStorage, {
      theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
      language: preferredLanguage(navigator.languages),
    }),
    saveFile,
    newId,
    now,
  };
}

async function createSample(library: MapRepository, t: TextOf): Promise<Id> {
  const map = buildTemplate(b2bPurchase, { newId, now, t });
  await library.create(map);
  return map.id;
}

function now(): string {
  return new Date().toISOString();
}

function mapOpener(library: MapRepository): Services["openMap"] {
  // What could not be written exists nowhere else: it stays in memory for when its map is opened again.
  const unsaved = new Map<Id, OpenMap>();

  async function openMap(id: Id): Promise<OpenMap | null> {
    const kept = unsaved.get(id);
    if (kept) return kept;
    const loaded = await library.loadRevision(id);
    if (!loaded) return null;
    const autosave = createAutosave(library, loaded);
    const endGuard = guardUnload(autosave.saving);
    const open: OpenMap = {
      editor: createEditor(loaded.map, { now, onChange: autosave.write }),
      saving: autosave.saving,
      retry: autosave.retry,
      viewport: rememberedViewport(localStorage, id),
      async close() {
        autosave.retry();
        await autosave.settled();
        if (autosave.saving.getState().state !== "saved") {
          unsaved.set(id, open);
          return;
        }
        unsaved.delete(id);
        endGuard();
      },
    };
    return open;
  }
  return openMap;
}
