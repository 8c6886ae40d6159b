import { contentHash } from "#model/content-hash.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { readDocument } from "./read-document.ts";
import type { StoredVersion } from "./version-rows.ts";

/** The document of a version, brought to the present version of documents; null when its check sum is wrong. */
export function documentOf(
  { mapId, hash, version }: Pick<StoredVersion, "mapId" | "hash" | "version">,
  text: string,
): JourneyMap | null {
  try {
    const document: JourneyMap = JSON.parse(text);
    if (contentHash(document) !== hash) return null;
    return readDocument(document, version, mapId);
  } catch {
    // Not even JSON, or not the shape that a check sum needs.
    return null;
  }
}
