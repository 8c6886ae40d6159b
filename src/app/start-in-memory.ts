import { createStore, type StoreApi } from "zustand/vanilla";
import { createEditor } from "#editor/editor.ts";
import type { SaveState } from "#editor/save-state.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { keepsNoFigures } from "#storage/figures/figures-store.ts";
import { followPortfolio } from "#storage/figures/follow-portfolio.ts";
import { createKnownFindingsKeeper } from "#storage/figures/known-findings-keeper.ts";
import { mapsInMemory } from "#storage/figures/portfolio-source.ts";
import { createMemoryRepository } from "#storage/memory-repository.ts";
import { createMemoryVersions } from "#storage/memory-versions.ts";
import type { OpenMap, Portfolio } from "#ui/services.ts";
import { createRefusals } from "./refusals.ts";
import { rememberedViewport } from "./remembered-viewport.ts";
import { keptInMemory } from "./settings.ts";
import type { StartedStore, StoreOptions } from "./started-store.ts";
import { noStoragePlaces } from "./storage-places.ts";
import { guardUnload } from "./unload-guard.ts";
import { versionsOf } from "./versions.ts";

/** For a browser that keeps nothing: everything works, and everything is gone with the window. */
export function startInMemory(
  { newId, now }: Pick<StoreOptions, "newId" | "now">,
  maps: readonly JourneyMap[] = [],
): StartedStore {
  const library = createMemoryRepository({ newId, now });
  for (const map of maps) library.replace(map);
  const saving: StoreApi<SaveState> = createStore<SaveState>(() => ({ state: "onlyHere" }));
  // No map outlives this window, and neither does where it was looked at.
  const texts = keptInMemory();
  let isGuarded = false;

  /** Once for all: whatever was opened is lost with the window, also when it was closed since. */
  function guard(): void {
    if (!isGuarded) guardUnload(saving);
    isGuarded = true;
  }

  async function openMap(id: Id): Promise<OpenMap | null> {
    const map = await library.load(id);
    if (!map) return null;
    guard();
    const refused = createRefusals();
    return {
      editor: createEditor(map, {
        now,
        onChange: ({ after }) => library.replace(after),
        onRefused: refused.add,
      }),
      saving,
      retry() {},
      takeOver: async () => {},
      refused: refused.store,
      viewport: rememberedViewport(texts, id),
      close: async () => {},
    };
  }
  const versions = versionsOf(createMemoryVersions({ now }), async () => 0);
  const source = mapsInMemory(library);
  const portfolio: Portfolio = {
    follow: (observer) => followPortfolio(source, keepsNoFigures, observer),
    read: async (mapId) => (await source.read(mapId))?.map ?? null,
  };
  const storage = noStoragePlaces(library);
  const findings = createKnownFindingsKeeper(keepsNoFigures);
  return { library, versions, findings, portfolio, storage, fileSaved() {}, openMap, isNewer: false };
}
