import type { Id } from "#model/journey-map.ts";
import type { MirrorEntry } from "./entry-chain.ts";
import type { MirrorBase, MirrorNews } from "./map-mirror.ts";
import type { MirroredState, Standing } from "./newest-state.ts";
import type { MirroredVersion, VersionFile } from "./version-files.ts";

/** What the mirror holds of a map. */
export interface MirroredMap extends Standing {
  /** ISO 8601, UTC; when the map was moved to the bin. */
  readonly deletedAt: string | null;
}

/** What the page may ask of the worker, and what it answers. */
export interface MirrorCalls {
  follow(base: MirrorBase, isExpected: boolean): Promise<void>;
  append(mapId: Id, entries: readonly MirrorEntry[]): Promise<void>;
  snapshot(base: MirrorBase, isExpected: boolean): Promise<void>;
  release(mapId: Id): Promise<void>;
  list(): Promise<readonly MirroredMap[]>;
  standing(mapId: Id): Promise<MirroredMap | null>;
  read(mapId: Id): Promise<MirroredState | null>;
  mark(mapId: Id, deletedAt: string | null): Promise<void>;
  remove(mapId: Id): Promise<void>;
  versions(): Promise<readonly VersionFile[]>;
  readVersion(name: string): Promise<MirroredVersion | null>;
  keepVersion(version: MirroredVersion, storeId: string): Promise<VersionFile>;
  removeVersions(names: readonly string[]): Promise<void>;
}

export type CallName = keyof MirrorCalls;

export interface MirrorRequest {
  readonly id: number;
  readonly call: CallName;
  /** The arguments of the call. */
  readonly with: readonly unknown[];
}

export type MirrorMessage =
  /** First of all: whether there is anything that the worker can write to. */
  | { readonly kind: "started"; readonly isAvailable: boolean }
  | { readonly kind: "answer"; readonly id: number; readonly value: unknown }
  | { readonly kind: "failure"; readonly id: number; readonly detail: string }
  | { readonly kind: "news"; readonly mapId: Id; readonly news: MirrorNews };
