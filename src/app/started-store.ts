import type { Id } from "#model/journey-map.ts";
import type { MapRepository } from "#storage/map-repository.ts";
import type { FindingsMemory, OpenMap, Portfolio, StoreNotice, Versions } from "#ui/services.ts";
import type { StorageService } from "#ui/storage-service.ts";

export interface StoreOptions {
  readonly newId: () => Id;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  notify(notice: StoreNotice): void;
  putAway(kind: StoreNotice["kind"]): void;
  /** Resolves when the page shows what one came for. */
  readonly shown: Promise<void>;
}

export interface StartedStore {
  /** The store was made by a newer program: nothing of it was touched, and nothing may be. */
  readonly isNewer: boolean;
  readonly library: MapRepository;
  readonly versions: Versions;
  readonly findings: FindingsMemory;
  readonly portfolio: Portfolio;
  readonly storage: StorageService;
  /** To be told of every file that the user takes away. */
  fileSaved(name: string): void;
  /** Null when there is no such map. */
  openMap(id: Id): Promise<OpenMap | null>;
}
