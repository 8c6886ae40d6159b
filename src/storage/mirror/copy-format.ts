import type { Id, JourneyMap } from "#model/journey-map.ts";
import { checkSum } from "./check-sum.ts";
import { chainFrom, type MirrorEntry } from "./entry-chain.ts";

/**
 * A copy of a map is one file: UTF-8, one record a line, each line eight digits of check sum, a space and JSON.
 *
 *     1a2b3c4d {"format":"dreiklang-mirror","mapId":"m1","turn":7,"version":1,"rev":57,"hash":"…","at":"…"}
 *     5e6f7a8b {"id":"m1","title":…}          the whole document at that revision
 *     9c0d1e2f {"seq":58,"span":1,"change":…} every change after it, in order
 *
 * Every map has two such files, and the one with the higher `turn` is the newer: it grows by changes, and when it
 * has grown long the other one is written anew. So one of them is whole at any moment.
 */
export interface CopyHeader {
  readonly format: typeof FORMAT;
  readonly mapId: Id;
  /** Grows with every copy; revisions are no measure, since a restored map may begin at a lower one. */
  readonly turn: number;
  /** The version of the document, as in a file. */
  readonly version: number;
  readonly rev: number;
  readonly hash: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What is sound in a file; whatever is not is left out. */
export interface Copy {
  readonly header: CopyHeader;
  /** The JSON of the document, not parsed; null when it is damaged. */
  readonly document: Uint8Array | null;
  readonly entries: readonly MirrorEntry[];
  /** Nothing was left out, and each change follows the one before it: more may be appended. */
  readonly isClean: boolean;
}

const FORMAT = "dreiklang-mirror";
const SUM_LENGTH = 8;
const SPACE = 0x20;
const NEWLINE = 0x0a;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function encodeCopy(header: Omit<CopyHeader, "format">, map: JourneyMap): Uint8Array<ArrayBuffer> {
  return joined([encodeLine({ format: FORMAT, ...header }), encodeLine(map)]);
}

export function encodeEntries(entries: readonly MirrorEntry[]): Uint8Array<ArrayBuffer> {
  return joined(
    entries.map(({ seq, span, at, change, hash }) => encodeLine({ seq, span, at, change, hash })),
  );
}

/** Reads a file, whatever it holds; null when not even its first line is sound. */
export function decodeCopy(bytes: Uint8Array): Copy | null {
  const lines = linesOf(bytes);
  const header = lines[0] && parsed(lines[0]);
  if (!isHeader(header)) return null;
  const document = lines[1] ?? null;
  const rest = lines.slice(2).map((line) => line && parsed(line));
  const entries = rest.filter(isEntry);
  const isClean =
    document !== null && entries.length === rest.length && chainFrom(header.rev, entries).isWhole;
  return { header, document, entries, isClean };
}

/** One line; JSON itself has no line breaks, and lone surrogates are written as escapes. */
export function encodeLine(value: unknown): Uint8Array<ArrayBuffer> {
  const json = encoder.encode(JSON.stringify(value));
  const line = new Uint8Array(SUM_LENGTH + 1 + json.length + 1);
  line.set(encoder.encode(checkSum(json)));
  line[SUM_LENGTH] = SPACE;
  line.set(json, SUM_LENGTH + 1);
  line[line.length - 1] = NEWLINE;
  return line;
}

/** The JSON of every line; null for one that is torn or damaged. */
export function linesOf(bytes: Uint8Array): readonly (Uint8Array | null)[] {
  const lines: (Uint8Array | null)[] = [];
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(NEWLINE, start);
    lines.push(newline === -1 ? null : checked(bytes.subarray(start, newline)));
    start = newline === -1 ? bytes.length : newline + 1;
  }
  return lines;
}

/** The value of a sound line; undefined when it is no JSON after all. */
export function parsed(json: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(json));
  } catch {
    return undefined;
  }
}

function checked(line: Uint8Array): Uint8Array | null {
  if (line.length <= SUM_LENGTH + 1 || line[SUM_LENGTH] !== SPACE) return null;
  const json = line.subarray(SUM_LENGTH + 1);
  return decoder.decode(line.subarray(0, SUM_LENGTH)) === checkSum(json) ? json : null;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function isHeader(value: unknown): value is CopyHeader {
  return (
    isRecord(value) &&
    value.format === FORMAT &&
    typeof value.mapId === "string" &&
    [value.turn, value.version, value.rev].every(Number.isSafeInteger) &&
    typeof value.hash === "string" &&
    typeof value.at === "string"
  );
}

function isEntry(value: unknown): value is MirrorEntry {
  if (!isRecord(value) || !isRecord(value.change)) return false;
  const { map, rows } = value.change;
  return (
    Number.isSafeInteger(value.seq) &&
    Number.isSafeInteger(value.span) &&
    Number(value.span) > 0 &&
    typeof value.at === "string" &&
    typeof value.hash === "string" &&
    isRecord(map) &&
    isRecord(map.set) &&
    Array.isArray(map.unset) &&
    isRecord(rows)
  );
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
