import { shortText } from "./short-text.ts";

/** A parsed JSON object, of which nothing is known yet. */
export type PlainObject = Readonly<Record<string, unknown>>;

export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Names that every object answers to; as a key or an id, each could be taken for something it is not. */
export function isReservedName(name: string): boolean {
  return name === "prototype" || name in Object.prototype;
}

/** The own value of a key, never one that comes from the prototype. */
export function ownValue(object: PlainObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/**
 * A fresh copy of parsed JSON without reserved keys, each of which is named to `onReserved`, and without numbers that
 * no file could give back: infinite ones and the negative zero.
 */
export function copyPlain(value: unknown, onReserved: (key: string) => void): unknown {
  if (Array.isArray(value)) return value.map((item) => copyPlain(item, onReserved));
  if (typeof value === "number") return Number.isFinite(value) ? value + 0 : null;
  if (!isPlainObject(value)) return value;
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    if (isReservedName(key)) onReserved(key);
    else result[key] = copyPlain(value[key], onReserved);
  }
  return result;
}

/** What JSON makes of a number that is too large to be counted with (`1e999`). */
export function isInfinite(value: unknown): value is number {
  return typeof value === "number" && !Number.isFinite(value);
}

const MOST_SHOWN = 60;

/** A value as a message shows it: short, on one line. */
export function valueForMessage(value: unknown): string {
  if (Array.isArray(value)) return "[…]";
  if (isPlainObject(value)) return "{…}";
  // JSON itself would call it null, which is not what the file says.
  if (isInfinite(value)) return value < 0 ? "-∞" : "∞";
  // Of megabytes only the beginning is made readable.
  const brief = typeof value === "string" ? shortText(value, MOST_SHOWN) : value;
  return shortText(JSON.stringify(brief) ?? String(brief), MOST_SHOWN);
}
