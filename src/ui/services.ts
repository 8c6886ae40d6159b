import { createContext, useContext } from "react";
import type { StoreApi } from "zustand/vanilla";
import type { Editor, Refusal } from "#editor/editor.ts";
import type { SaveState } from "#editor/save-state.ts";
import type { LanguageCode } from "#i18n/languages.ts";
import type { KnownFindings } from "#model/audit/gone-findings.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import type { MapVersion, VersionCause } from "#model/map-version.ts";
import type { MapFigures } from "#model/portfolio/figures.ts";
import type { MapSummary } from "#model/summary.ts";
import type { palettes } from "#scene/palette.ts";
import type { StorageService } from "./storage-service.ts";

export type { MapSummary, MapVersion, SaveState };

export interface Library {
  /** All maps, those in the bin too; null until the store was read. Follows changes of other tabs. */
  readonly summaries: StoreApi<{
    readonly rows: readonly MapSummary[] | null;
    readonly problem: string | null;
  }>;
  /** The document, or null when there is none of this id or it lies in the bin. */
  load(id: Id): Promise<JourneyMap | null>;
  /** Keeps a new map; rejects when the browser cannot store it. */
  create(map: JourneyMap): Promise<void>;
  rename(id: Id, title: string): Promise<void>;
  /** A copy under a new id and title; resolves with the id, or null when the map is gone. */
  duplicate(id: Id, title: string): Promise<Id | null>;
  moveToBin(id: Id): Promise<void>;
  restore(id: Id): Promise<void>;
  /** For good. */
  /** For good, but only from the bin; resolves with whether it is gone. */
  remove(id: Id): Promise<boolean>;
}

/** States of maps that are kept for later. */
export interface Versions {
  /** Tells the versions of a map, the newest first, now and after every change. Returns how to end it. */
  follow(
    mapId: Id,
    observer: { next(versions: readonly MapVersion[]): void; error(problem: unknown): void },
  ): () => void;
  /** Null when it is gone or damaged. */
  read(id: number): Promise<JourneyMap | null>;
  /** Keeps the present state of an open map; rejects when the browser cannot store it. */
  keep(map: JourneyMap, cause: VersionCause, name?: string): Promise<void>;
  /** Null takes the name away: the version then goes when its time has come. */
  rename(id: number, name: string | null): Promise<void>;
  /** For good. */
  remove(id: number): Promise<void>;
}

/** What looking at maps has told of their findings, for as long as this browser keeps the maps. */
export interface FindingsMemory {
  /** Nothing where nobody has looked yet. */
  read(mapId: Id): Promise<KnownFindings>;
  /** From now on it is this. */
  keep(mapId: Id, known: KnownFindings): void;
}

/** What is known of all maps together. */
export interface PortfolioState {
  /** The figures of the maps outside of the bin, as far as they are known, in no particular order. */
  readonly maps: readonly MapFigures[];
  /** So many maps are still to be read. */
  readonly waiting: number;
  /** The maps that cannot be read. */
  readonly unread: readonly Id[];
}

/** All maps at once, by figures that are made when a map is saved. */
export interface Portfolio {
  /** Tells them now, while maps are being read, and after every change of a map. Returns how to end it. */
  follow(observer: { next(state: PortfolioState): void; error(problem: unknown): void }): () => void;
  /** A map, to be looked at only; null when it is gone or cannot be read. */
  read(mapId: Id): Promise<JourneyMap | null>;
}

/** Where a map was last looked at; map units moved by x and y screen pixels, zoom 1 is 100 %. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** A map that is open in this tab. */
export interface OpenMap {
  readonly editor: Editor;
  readonly saving: StoreApi<SaveState>;
  /** Tries again to write what could not be written. */
  retry(): void;
  /** Takes the right to edit from the window that has it. */
  takeOver(): Promise<void>;
  /** Counts changes that the editor refused; the reason is that of the last one. */
  readonly refused: StoreApi<{ readonly count: number; readonly reason: Refusal }>;
  readonly viewport: { read(): Viewport | null; write(viewport: Viewport): void };
  /** Resolves when all is written. */
  close(): Promise<void>;
}

export type Theme = keyof typeof palettes;

export interface SettingsState {
  readonly theme: Theme;
  readonly language: LanguageCode;
  readonly isAuditOpen: boolean;
  readonly areDetailsOpen: boolean;
  readonly isMinimapOpen: boolean;
  readonly librarySort: "updated" | "title" | "coverage";
  /** The columns of the table of a map, in their order; null: the usual ones. */
  readonly tableColumns: readonly string[] | null;
  /** How high the tools of a map were the last time, screen pixels, and for which look of the page that holds. */
  readonly toolsRoom: { readonly look: string; readonly height: number } | null;
}

/** A ready-made map to begin with. Its texts are `template.<id>.name` and `template.<id>.summary`. */
export interface Template {
  readonly id: string;
  /** A new map, laid out, not kept yet. `t` gives its texts in the language that the map is to have. */
  build(t: (key: string) => string): JourneyMap;
}

/** Something about the store that the user has to know; each kind has a text `storeNotice.<kind>`. */
export type StoreNotice =
  /** Parts of a map could not be read; they are kept apart. */
  | { readonly kind: "damaged"; readonly title: string; readonly count: number }
  /** Of at least one map not even the name can be read. */
  | { readonly kind: "unlisted" }
  /** The store was removed while the map was open, and was written anew. */
  | { readonly kind: "rewritten"; readonly title: string }
  /** Two windows changed a map; the version of this one is the map `copy`. */
  | { readonly kind: "conflict"; readonly title: string; readonly copy: string }
  /** The browser lost its database; `count` maps came back from the copy of the time `at` (ISO 8601, UTC). */
  | { readonly kind: "restored"; readonly count: number; readonly at: string }
  /** What a window did in its last moment did not fit any more when the map was opened again; it is kept apart. */
  | { readonly kind: "lateApart"; readonly title: string }
  /** Much was done in a map that is in no file. */
  | { readonly kind: "saveToFile"; readonly title: string; readonly mapId: Id }
  /** The browser lost its database, and there was no copy. */
  | { readonly kind: "lost" }
  /** As `lost`, and so many maps were in it. */
  | { readonly kind: "mapsLost"; readonly count: number }
  /** The copy was gone or damaged and is made anew. */
  | { readonly kind: "mirrorRebuilt" }
  /** Another window of an older version keeps the store from being opened. */
  | { readonly kind: "blocked" }
  /** A newer version of the program runs in another window: this one may not write any more. */
  | { readonly kind: "newerProgram" }
  /** There is no store: maps live as long as this window. */
  | { readonly kind: "onlyHere" };

/** A map is there, but cannot be opened by this program. */
export class UnreadableMapError extends Error {
  override readonly name = "UnreadableMapError";
  readonly problem: "newer" | "unreadable";

  constructor(problem: "newer" | "unreadable") {
    super(problem);
    this.problem = problem;
  }
}

export interface Services {
  /** The places in which maps are kept. */
  readonly storage: StorageService;
  /** What is stored was made by a newer program: this one may not touch it. */
  readonly isStoreNewer: boolean;
  /** The newest last; shown until they are put away. */
  readonly notices: StoreApi<{ readonly list: readonly StoreNotice[] }>;
  readonly library: Library;
  readonly versions: Versions;
  readonly findings: FindingsMemory;
  readonly portfolio: Portfolio;
  readonly templates: readonly Template[];
  /** Keeps a copy of the sample map in the present language; resolves with its id. */
  createSample(): Promise<Id>;
  /** Null when there is no such map. */
  openMap(id: Id): Promise<OpenMap | null>;
  /** Kept in the browser and applied at once. */
  readonly settings: StoreApi<SettingsState>;
  /** Gives a file to the user, by the browser's save dialog or as a download. */
  saveFile(blob: Blob, fileName: string): Promise<void>;
  newId(): Id;
  /** ISO 8601, UTC. */
  now(): string;
}

const ServicesContext = createContext<Services | null>(null);
export const ServicesProvider = ServicesContext.Provider;

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error("useServices outside of ServicesProvider");
  return services;
}
