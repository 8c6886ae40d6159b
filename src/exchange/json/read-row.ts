import * as z from "zod";
import type { Point } from "#model/journey-map.ts";
import { type ObjectKind, type RowField, rowFields } from "#model/schema.ts";
import type { Report } from "../problem.ts";
import { LONGEST_LIST } from "./limits.ts";
import {
  copyPlain,
  isInfinite,
  isPlainObject,
  isReservedName,
  ownValue,
  type PlainObject,
  valueForMessage,
} from "./plain.ts";
import { shortText } from "./short-text.ts";

/** A row that was read: its fields and what other programs added, all fresh, without its id. */
export interface Row {
  readonly kind: ObjectKind;
  readonly values: Record<string, unknown>;
  /** The id as the file has it, whatever it is. */
  readonly rawId: unknown;
  readonly path: string;
  /** Whether the position in the file was none that a node can have. */
  readonly isHomeless: boolean;
}

/** What a message calls an object of a file. */
export function nameOfRow(kind: ObjectKind, raw: PlainObject): Record<string, string> {
  const title = ownValue(raw, "title") ?? ownValue(raw, "name");
  const id = ownValue(raw, "id");
  return {
    kind,
    title: typeof title === "string" ? shortText(title, 80) : "",
    id: typeof id === "string" ? id.slice(0, 64) : "",
  };
}

const nowhere: Point = { x: 0, y: 0 };

/** Reads an object field by field; faults go to the report. `except`: known keys that are read elsewhere. */
export function readRow(
  kind: ObjectKind,
  raw: PlainObject,
  path: string,
  report: Report,
  except: readonly string[] = [],
): Row {
  const name = nameOfRow(kind, raw);
  const values: Record<string, unknown> = {};
  let isHomeless = false;
  for (const [field, definition] of Object.entries(rowFields[kind])) {
    const value = ownValue(raw, field);
    if (field === "position" && !definition.schema.safeParse(value).success) {
      isHomeless = true;
      values[field] = nowhere;
    } else if (value !== undefined || !definition.isOptional) {
      values[field] = readField({ field, definition, value, name, path: `${path}.${field}`, report });
    }
  }
  const known = new Set([
    ...(kind === "dismissal" ? [] : ["id"]),
    ...Object.keys(rowFields[kind]),
    ...except,
  ]);
  const onReserved = (key: string) => report.repair("reservedKey", { ...name, field: key }, path);
  for (const key of Object.keys(raw)) {
    if (known.has(key)) continue;
    if (isReservedName(key)) onReserved(key);
    else values[key] = copyPlain(raw[key], onReserved);
  }
  return { kind, values, rawId: ownValue(raw, "id"), path, isHomeless };
}

interface FieldReading {
  readonly field: string;
  readonly definition: RowField;
  readonly value: unknown;
  readonly name: Record<string, string>;
  readonly path: string;
  readonly report: Report;
}

function readField(reading: FieldReading): unknown {
  const { field, definition, name, path, report } = reading;
  const value = withNearest(reading);
  const { schema, initial, limits, whenOdd, isNotable } = definition;
  if (value === undefined) {
    if (initial === undefined) report.fail("missing", { ...name, field }, path);
    else if (isNotable) report.repair("missingText", { ...name, field }, path);
    return initial;
  }
  if (limits && typeof value === "number" && (value < limits.minimum || value > limits.maximum)) {
    report.repair(
      "oddNumber",
      { ...name, field, value: valueForMessage(value), kept: String(initial) },
      path,
    );
    return initial;
  }
  if (whenOdd && typeof value === "string" && !schema.safeParse(value).success) {
    report.repair(whenOdd, { ...name, field, value: valueForMessage(value) }, path);
    return initial;
  }
  if (Array.isArray(value) && value.length > LONGEST_LIST) {
    // zod itself throws a RangeError from some ten thousand faults on.
    report.fail("tooLongList", { ...name, field, items: value.length, most: LONGEST_LIST }, path);
    return initial;
  }
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) {
    const onReserved = (key: string) => report.repair("reservedKey", { ...name, field: key }, path);
    return completed(copyPlain(value, onReserved), result.data);
  }
  for (const issue of result.error.issues) reportIssue(issue, schema, { field, name, path, report });
  return initial;
}

/** The value, with the numbers in it that are not possible brought to what is. */
function withNearest({ definition, value, name, path, report }: FieldReading): unknown {
  const { nearest } = definition;
  if (!nearest || !isPlainObject(value)) return value;
  const result: Record<string, unknown> = { ...value };
  for (const [part, nearestTo] of Object.entries(nearest)) {
    const found = ownValue(value, part);
    // An infinite number is null in a file.
    if (typeof found !== "number" && found !== null) continue;
    const kept = nearestTo(found);
    if (kept === found) continue;
    result[part] = kept;
    report.repair(
      "oddNumber",
      { ...name, field: part, value: valueForMessage(found), kept: String(kept) },
      `${path}.${part}`,
    );
  }
  return result;
}

/** The value as the file has it, with what the schema put into the places that were empty. */
function completed(value: unknown, parsed: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(parsed)) {
    return value.map((item, index) => completed(item, parsed[index]));
  }
  if (typeof value !== "object" || value === null || typeof parsed !== "object" || parsed === null)
    return value;
  const result = value as Record<string, unknown>;
  for (const [key, part] of Object.entries(parsed)) {
    if (isReservedName(key)) continue;
    result[key] = Object.hasOwn(result, key) ? completed(result[key], part) : part;
  }
  return result;
}

type Place = Pick<FieldReading, "field" | "name" | "path" | "report">;

function reportIssue(issue: z.core.$ZodIssue, schema: z.ZodType, { field, name, path, report }: Place): void {
  const within = issue.path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("");
  const place = path + within;
  const params = { ...name, field: lastName(issue.path) ?? field, value: valueForMessage(issue.input) };
  if (issue.input === undefined) report.fail("missing", params, place);
  else if (isInfinite(issue.input) && wantsNumber(issue)) report.fail("numberTooLarge", params, place);
  else if (issue.code === "invalid_type")
    report.fail("wrongType", { ...params, expected: issue.expected }, place);
  else if (issue.code === "invalid_value") {
    const allowed = issue.values.map(String).join(", ");
    if (typeof issue.input === "string") report.fail("notAllowed", { ...params, allowed }, place);
    else report.fail("wrongType", { ...params, expected: "string" }, place);
  } else if (issue.code === "too_small" || issue.code === "too_big")
    reportRange(issue, schema, params, place, report);
  else report.fail("invalid", params, place);
}

function wantsNumber(issue: z.core.$ZodIssue): boolean {
  if (issue.code !== "invalid_type") return issue.code === "too_small" || issue.code === "too_big";
  return issue.expected === "number" || issue.expected === "int";
}

function lastName(path: readonly PropertyKey[]): string | undefined {
  return path.findLast((part): part is string => typeof part === "string");
}

function reportRange(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  schema: z.ZodType,
  params: Record<string, string>,
  path: string,
  report: Report,
): void {
  const inner = schema instanceof z.ZodNullable ? schema.unwrap() : schema;
  const limits = inner instanceof z.ZodNumber ? { minimum: inner.minValue, maximum: inner.maxValue } : null;
  const isLimit = (value: number | null | undefined): value is number =>
    typeof value === "number" && Number.isFinite(value) && Math.abs(value) < Number.MAX_SAFE_INTEGER;
  if (limits && isLimit(limits.minimum) && isLimit(limits.maximum)) {
    report.fail("outOfRange", { ...params, minimum: limits.minimum, maximum: limits.maximum }, path);
  } else if (issue.code === "too_small") {
    report.fail("tooSmall", { ...params, minimum: Number(issue.minimum) }, path);
  } else report.fail("tooBig", { ...params, maximum: Number(issue.maximum) }, path);
}
