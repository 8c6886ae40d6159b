import type { Id, JourneyMap } from "#model/journey-map.ts";
import type { CutText, Problem } from "../problem.ts";

export interface ParseTools {
  readonly newId: () => Id;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  /** How much of the work is done, from 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
}

/** `more`: how many repairs, or problems, there are besides those listed. */
export type ParseResult = ParsedMap | RefusedFile;

export interface ParsedMap {
  readonly ok: true;
  readonly map: JourneyMap;
  readonly repairs: readonly Problem[];
  readonly more: number;
  readonly cutTexts: readonly CutText[];
}

export interface RefusedFile {
  readonly ok: false;
  readonly problems: readonly Problem[];
  readonly more: number;
}

export function refused(...problems: readonly Problem[]): RefusedFile {
  return { ok: false, problems, more: 0 };
}
