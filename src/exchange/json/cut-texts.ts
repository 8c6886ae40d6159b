import { fieldsOf, nodeKinds } from "#model/fields.ts";
import { type ObjectKind, rowFields } from "#model/schema.ts";
import type { Report } from "../problem.ts";
import { LONGEST_FINDING_ID, LONGEST_LINE, LONGEST_TEXT, SHORT_TITLE } from "./limits.ts";
import { nameOfRow, type Row } from "./read-row.ts";
import { shortText } from "./short-text.ts";

/** Texts of many lines beside those that the table of node fields calls so. */
const longFields = new Set(["description", "information", "promise", "desiredResult", "reason"]);

/** What an object is called by; the first of these that it has. */
const titleFields = ["title", "name"];

/**
 * Cuts what is too long to be shown: a title becomes the beginning of the description if there is one, everything
 * else is handed to the report in full.
 */
export function cutTexts(row: Row, report: Report): void {
  const { kind, values, path } = row;
  const fields = rowFields[kind];
  moveTitle(row, report);
  for (const [field, { refersTo }] of Object.entries(fields)) {
    if (refersTo !== undefined || !Object.hasOwn(values, field)) continue;
    const cut = (text: string, place: string, name: string): string => {
      const most = longest(kind, name);
      if (text.length <= most) return text;
      const told = { ...nameOf(row), field: name, length: text.length, most };
      report.repair("cutText", told, place);
      report.keep(place, text);
      return shortText(text, most);
    };
    values[field] = cutWithin(values[field], field, `${path}.${field}`, cut);
  }
}

function nameOf({ kind, values, rawId }: Row): Record<string, string> {
  return nameOfRow(kind, { ...values, id: rawId });
}

function moveTitle(row: Row, report: Report): void {
  const { kind, values, path } = row;
  const field = titleFields.find((name) => name in rowFields[kind]);
  const text = field === undefined ? undefined : values[field];
  const { description } = values;
  if (field === undefined || typeof text !== "string" || text.length <= LONGEST_LINE) return;
  if (typeof description !== "string") return;
  // What the description says already is not pushed out of it.
  if (description !== "" && text.length + description.length + 2 > LONGEST_TEXT) return;
  values[field] = shortText(text, SHORT_TITLE);
  values.description = description === "" ? text : `${text}\n\n${description}`;
  report.repair("movedText", { ...nameOf(row), field, most: LONGEST_LINE }, `${path}.${field}`);
}

function longest(kind: ObjectKind, field: string): number {
  // A part of it would be the id of no finding.
  if (field === "findingId") return LONGEST_FINDING_ID;
  return isLong(kind, field) ? LONGEST_TEXT : LONGEST_LINE;
}

function isLong(kind: ObjectKind, field: string): boolean {
  const nodeKind = nodeKinds.find((candidate) => candidate === kind);
  const control = nodeKind && fieldsOf(nodeKind)[field]?.control;
  return control === "multiline" || longFields.has(field);
}

type Cut = (text: string, path: string, field: string) => string;

/** The same value with its texts cut: itself, the entries of a list, the parts of an object. */
function cutWithin(value: unknown, field: string, path: string, cut: Cut): unknown {
  if (typeof value === "string") return cut(value, path, field);
  if (Array.isArray(value)) {
    return value.map((item, index) => cutWithin(item, field, `${path}[${index}]`, cut));
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [
    key,
    cutWithin(part, key, `${path}.${key}`, cut),
  ]);
  return Object.fromEntries(entries);
}
