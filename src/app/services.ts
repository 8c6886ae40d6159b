import { createEditor } from "#editor/editor.ts";
import { preferredLanguage } from "#i18n/preferred-language.ts";
import type { Id } from "#model/journey-map.ts";
import { createAutosave } from "#storage/autosave.ts";
import { openDatabase } from "#storage/database.ts";
import { createMapRepository, type MapRepository } from "#storage/map-repository.ts";
import type { OpenMap, Services } from "#ui/services.ts";
import { newId } from "./new-id.ts";
import { rememberedViewport } from "./remembered-viewport.ts";
import { createSample } from "./samples/create-sample.ts";
import { saveFile } from "./save-file.ts";
import { browserStorage, createSettings } from "./settings.ts";
import { createTemplates } from "./templates/templates.ts";
import { guardUnload } from "./unload-guard.ts";

/** Everything that the interface needs of the browser. */
export function createServices(): Services {
  const library = createMapRepository(openDatabase(), { newId, now });
  const settings = createSettings(browserStorage(), {
    theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
    language: preferredLanguage(navigator.languages),
  });
  return {
    library,
    templates: createTemplates({ newId, now }),
    createSample: () => createSample({ library, settings, newId, now }),
    openMap: mapOpener(library),
    settings,
    saveFile,
    newId,
    now,
  };
}

function now(): string {
  return new Date().toISOString();
}

function mapOpener(library: MapRepository): Services["openMap"] {
  // What could not be written exists nowhere else: it stays in memory for when its map is opened again.
  const unsaved = new Map<Id, OpenMap>();
  // Whoever comes back at once must find the last changes, and may not be taken for a second writer.
  const closing = new Map<Id, Promise<void>>();

  async function openMap(id: Id): Promise<OpenMap | null> {
    await closing.get(id);
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
      viewport: rememberedViewport(browserStorage(), id),
      close() {
        const closed = close().finally(() => closing.delete(id));
        closing.set(id, closed);
        return closed;
      },
    };

    async function close(): Promise<void> {
      autosave.retry();
      await autosave.settled();
      if (autosave.saving.getState().state !== "saved") {
        unsaved.set(id, open);
        return;
      }
      unsaved.delete(id);
      endGuard();
    }
    return open;
  }
  return openMap;
}
