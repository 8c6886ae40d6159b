import { createStore } from "zustand/vanilla";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { summaryOf } from "#model/summary.ts";
import type { SummariesState } from "./follow-summaries.ts";
import type { MapRepository, RepositoryOptions } from "./map-repository.ts";

/** Maps of a browser that keeps nothing: they live as long as this window. */
export interface MemoryRepository extends MapRepository {
  /** Replaces the document of a map that is being edited. */
  replace(map: JourneyMap): void;
}

export function createMemoryRepository({ newId, now }: RepositoryOptions): MemoryRepository {
  const kept = new Map<Id, { readonly map: JourneyMap; readonly deletedAt: string | null }>();
  const summaries = createStore<SummariesState>(() => ({ rows: [], problem: null }));
  const put = (map: JourneyMap, deletedAt: string | null) => {
    kept.set(map.id, { map, deletedAt });
    tell();
  };
  const tell = () =>
    summaries.setState({ rows: [...kept.values()].map(({ map, deletedAt }) => summaryOf(map, deletedAt)) });
  const present = (id: Id) => {
    const row = kept.get(id);
    return row?.deletedAt === null ? row.map : null;
  };
  const mark = async (id: Id, deletedAt: string | null) => {
    const row = kept.get(id);
    if (row) put(row.map, deletedAt);
  };
  return {
    summaries,
    load: async (id) => present(id),
    async open(id) {
      const map = present(id);
      return map ? { map, rev: 1, entries: [], damage: [] } : { problem: "missing" };
    },
    create: async (map) => put(map, null),
    replace: (map) => put(map, kept.get(map.id)?.deletedAt ?? null),
    async rename(id, title) {
      const map = present(id);
      if (map) put({ ...map, title, updatedAt: now() }, null);
    },
    async duplicate(id, title) {
      const map = present(id);
      if (!map) return null;
      const copy = { ...map, id: newId(), title, createdAt: now(), updatedAt: now() };
      put(copy, null);
      return copy.id;
    },
    moveToBin: (id) => mark(id, now()),
    restore: (id) => mark(id, null),
    async remove(id) {
      if (present(id)) return false;
      kept.delete(id);
      tell();
      return true;
    },
    close() {},
  };
}
