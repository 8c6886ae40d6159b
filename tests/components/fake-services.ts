import { createStore } from "zustand/vanilla";
import { createEditor } from "#editor/editor.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { emptyMap } from "#model/new-objects.ts";
import { figuresOf } from "#model/portfolio/figures.ts";
import { type MapSummary, summaryOf } from "#model/summary.ts";
import type { Library, OpenMap, Services, SettingsState } from "#ui/services.ts";
import { fakeFindings } from "./fake-known-findings.ts";
import { fakeStorage } from "./fake-storage.ts";
import { type FakeVersion, fakeVersions } from "./fake-versions.ts";

export const NOW = "2026-02-01T12:00:00.000Z";

export interface FakeServicesOptions {
  /** Of any map, the oldest first. */
  readonly versions?: readonly FakeVersion[];
  readonly maps?: readonly JourneyMap[];
  readonly settings?: Partial<SettingsState>;
  readonly templates?: Services["templates"];
  /** When given, the store cannot be read, and nothing can be kept. */
  readonly problem?: string;
}

/** Services in memory; what they hold can be asked through them. */
export function fakeServices(options: FakeServicesOptions = {}): Services {
  let count = 0;
  const newId = () => {
    count += 1;
    return `new${count}`;
  };
  const now = () => NOW;
  const library = fakeLibrary(options, newId);
  return {
    library,
    versions: fakeVersions(options, now),
    findings: fakeFindings(),
    portfolio: {
      follow(observer) {
        const maps = (options.maps ?? []).map(figuresOf);
        observer.next({ maps, waiting: 0, unread: [] });
        return () => {};
      },
      read: async (mapId) => options.maps?.find(({ id }) => id === mapId) ?? null,
    },
    notices: createStore(() => ({ list: [] })),
    isStoreNewer: false,
    storage: fakeStorage(),
    templates: options.templates ?? [],
    async createSample() {
      const map = emptyMap(newId(), "Sample", NOW);
      await library.create(map);
      return map.id;
    },
    async openMap(id) {
      const map = await library.load(id);
      return map ? fakeOpenMap(map) : null;
    },
    settings: createStore<SettingsState>(() => ({
      theme: "light",
      language: "en",
      isAuditOpen: true,
      areDetailsOpen: true,
      isMinimapOpen: false,
      librarySort: "updated",
      tableColumns: null,
      toolsRoom: null,
      ...options.settings,
    })),
    saveFile: async () => {},
    newId,
    now,
  };
}

function fakeOpenMap(map: JourneyMap): OpenMap {
  return {
    editor: createEditor(map, { now: () => NOW }),
    saving: createStore(() => ({ state: "saved" as const })),
    retry: () => {},
    takeOver: async () => {},
    refused: createStore(() => ({ count: 0, reason: "viewOnly" as const })),
    viewport: { read: () => null, write: () => {} },
    close: async () => {},
  };
}

interface Kept {
  readonly map: JourneyMap;
  readonly deletedAt: string | null;
}

function fakeLibrary({ maps = [], problem }: FakeServicesOptions, newId: () => Id): Library {
  const kept = new Map<Id, Kept>(maps.map((map) => [map.id, { map, deletedAt: null }]));
  const rows = (): readonly MapSummary[] =>
    [...kept.values()].map(({ map, deletedAt }) => summaryOf(map, deletedAt));
  const summaries: Library["summaries"] = createStore(() => ({
    rows: problem === undefined ? rows() : null,
    problem: problem ?? null,
  }));
  async function change(work: () => void): Promise<void> {
    if (problem !== undefined) throw new Error(problem);
    work();
    summaries.setState({ rows: rows() });
  }
  const replace = (id: Id, part: (row: Kept) => Partial<Kept>) =>
    change(() => {
      const row = kept.get(id);
      if (row) kept.set(id, { ...row, ...part(row) });
    });
  return {
    summaries,
    load: async (id) => {
      const row = kept.get(id);
      return row && row.deletedAt === null ? row.map : null;
    },
    create: (map) => change(() => kept.set(map.id, { map, deletedAt: null })),
    rename: (id, title) => replace(id, ({ map }) => ({ map: { ...map, title } })),
    async duplicate(id, title) {
      const row = kept.get(id);
      if (!row) return null;
      const copy = { ...row.map, id: newId(), title };
      await change(() => kept.set(copy.id, { map: copy, deletedAt: null }));
      return copy.id;
    },
    moveToBin: (id) => replace(id, () => ({ deletedAt: NOW })),
    restore: (id) => replace(id, () => ({ deletedAt: null })),
    async remove(id) {
      if (kept.get(id)?.deletedAt === null) return false;
      await change(() => kept.delete(id));
      return true;
    },
  };
}
