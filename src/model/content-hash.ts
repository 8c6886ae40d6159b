import { derivedOfPart } from "./derive.ts";
import type { JourneyMap } from "./journey-map.ts";
import { collections } from "./map-change.ts";

/** How many there are of everything in a document: what a reader expects to find. */
export type ContentCounts = Readonly<Record<"stages" | (typeof collections)[number], number>>;

export function countsOf(map: JourneyMap): ContentCounts {
  const count = (name: (typeof collections)[number]) => Object.keys(map[name]).length;
  return {
    stages: map.stages.length,
    people: count("people"),
    nodes: count("nodes"),
    connections: count("connections"),
    contents: count("contents"),
    measures: count("measures"),
    dismissals: count("dismissals"),
  };
}

/**
 * A check sum of all that a document says, 26 hexadecimal digits. Equal documents have the same one, whatever the
 * order of their keys. It finds damage, not forgery. Rows that were summed before cost nothing, so that after a
 * command only what it changed is read.
 */
export function contentHash(map: JourneyMap): string {
  let low = 0;
  let high = 0;
  const add = (key: string, sum: Sum) => {
    const [a, b] = bound(key, sum);
    low = (low + a) % LIMIT;
    high = (high + b) % LIMIT;
  };
  for (const [name, value] of Object.entries(map)) {
    // What JSON does not keep is not there.
    if (value === undefined || collections.includes(name as (typeof collections)[number])) continue;
    add(name, typeof value === "object" && value !== null ? sumOfObject(value) : sumOf(canonical(value)));
  }
  for (const name of collections) {
    for (const [id, row] of Object.entries(map[name])) {
      const [a, b] = boundSumOf(name, id, row);
      low = (low + a) % LIMIT;
      high = (high + b) % LIMIT;
    }
  }
  return hex(low) + hex(high);
}

type Sum = readonly [number, number];

/** Sums stay whole numbers that a double holds exactly. */
const LIMIT = 2 ** 52;

/** Binds the sum of a part to its key before all are added up, where the order does not count. */
function bound(key: string, [a, b]: Sum): Sum {
  const [c, d] = sumOf(key);
  return [mix(a, c), mix(b, d)];
}

/**
 * Fields of nodes that are younger than the oldest kept documents, with their initial values. With that value they do not
 * count: a document that gained such a field when it was read says what it said before, and its sum must still be right.
 */
export const youngerFields: Readonly<Record<string, unknown>> = { evidenceSource: "" };

const isUnsaid = (field: string, value: unknown) =>
  Object.hasOwn(youngerFields, field) && youngerFields[field] === value;

const boundSums = new WeakMap<object, { readonly name: string; readonly id: string; readonly sum: Sum }>();

function boundSumOf(name: string, id: string, row: object): Sum {
  const known = boundSums.get(row);
  if (known?.id === id && known.name === name) return known.sum;
  const sum = bound(`${name}/${id}`, name === "nodes" ? sumOf(canonical(row, isUnsaid)) : sumOfObject(row));
  boundSums.set(row, { name, id, sum });
  return sum;
}

const sumOfObject = derivedOfPart((value: object): Sum => sumOf(canonical(value)));

function mix(a: number, b: number): number {
  const low = Math.imul((a ^ b) >>> 0, 0x9e3779b1) >>> 0;
  const high = (Math.floor(a / 2 ** 32) ^ Math.floor(b / 2 ** 32)) & 0xfffff;
  return high * 2 ** 32 + low;
}

/** Two sums of 52 bits, each made of two lanes that are multiplied and crossed over every character. */
function sumOf(text: string): Sum {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  let c = 0x6d2b79f5;
  let d = 0x1b873593;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x9e3779b1);
    b = Math.imul(b ^ code, 0x5f356495);
    c = Math.imul(c ^ code, 0x85ebca77);
    d = Math.imul(d ^ code, 0xc2b2ae3d);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(c ^ (c >>> 13), 0xc2b2ae35);
  c = Math.imul(c ^ (c >>> 16), 0x85ebca6b) ^ Math.imul(d ^ (d >>> 13), 0xc2b2ae35);
  d = Math.imul(d ^ (d >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return [(b & 0xfffff) * 2 ** 32 + (a >>> 0), (d & 0xfffff) * 2 ** 32 + (c >>> 0)];
}

/** As JSON, with the keys of every object in one order. `isLeftOut`: of the keys of the outermost object. */
function canonical(value: unknown, isLeftOut?: (key: string, value: unknown) => boolean): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item)).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = value as Readonly<Record<string, unknown>>;
  const parts: string[] = [];
  for (const key of Object.keys(entries).sort()) {
    if (entries[key] !== undefined && !isLeftOut?.(key, entries[key]))
      parts.push(`${JSON.stringify(key)}:${canonical(entries[key])}`);
  }
  return `{${parts.join()}}`;
}

function hex(sum: number): string {
  return sum.toString(16).padStart(13, "0");
}
