import type { EntityTable } from "dexie";
import type { Id } from "#model/journey-map.ts";
import type { MapVersion } from "#model/map-version.ts";

/** A version without its document, so that a list of versions is read quickly. */
export interface StoredVersion extends MapVersion {
  /** Of the document. */
  readonly hash: string;
  /** The version of the document, as in a file. */
  readonly version: number;
  /** Characters of the document's text; about as many bytes. */
  readonly size: number;
}

export interface StoredVersionText {
  readonly versionId: number;
  readonly mapId: Id;
  /** The document as compact JSON. */
  readonly text: string;
}

/** The part of the database's schema that holds versions. */
export const versionStores = { versions: "++id, mapId", versionTexts: "versionId, mapId" } as const;

export type VersionTables = {
  readonly versions: EntityTable<StoredVersion, "id">;
  readonly versionTexts: EntityTable<StoredVersionText, "versionId">;
};
