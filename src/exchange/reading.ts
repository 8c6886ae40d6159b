import type { ParsedMap, ParseTools, RefusedFile } from "./json/parse-result.ts";

/** What may hold a map: a file, or a text from the clipboard. */
export type Source = Blob | string;

export interface ReadTools extends ParseTools {
  /** Ends the reading; what was read until then is let go. */
  readonly signal?: AbortSignal;
}

export interface ReadMap extends Omit<ParsedMap, "cutTexts"> {
  /** A text file with everything that was too long for the map; null when all of it found a place. */
  readonly fullTexts: Blob | null;
}

export type ReadResult = ReadMap | RefusedFile;
