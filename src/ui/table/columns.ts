import { type FieldControl, fieldsOf, nodeKinds } from "#model/fields.ts";
import { cellWidth } from "./cell-kinds.ts";

export interface Column {
  /** The name of a field, or one of the columns that are none. */
  readonly name: string;
  /** Rem. */
  readonly width: number;
  /** What is not a field is worked out, and cannot be changed. */
  readonly isField: boolean;
}

/** Columns that are no fields: what a node is, and how many findings it has. */
export const KIND = "kind";
export const FINDINGS = "findings";

/** Titles are what rows are known by. */
const TITLE_WIDTH = 20;

/** All columns, derived from the table of fields: a field that several kinds of node have is one column. */
export const allColumns: readonly Column[] = (() => {
  const controls = new Map<string, FieldControl>();
  for (const kind of nodeKinds)
    for (const [name, { control }] of Object.entries(fieldsOf(kind)))
      if (!controls.has(name)) controls.set(name, control);
  const fields = [...controls].flatMap(([name, control]) => {
    const width = name === "title" ? TITLE_WIDTH : cellWidth(control);
    return width === null ? [] : [{ name, width, isField: true }];
  });
  const [title, ...others] = fields;
  return [
    ...(title ? [title] : []),
    { name: KIND, width: 8, isField: false },
    ...others,
    { name: FINDINGS, width: 7, isField: false },
  ];
})();

/** What one sees before one has chosen. */
export const usualColumns: readonly string[] = [
  "title",
  KIND,
  "owner",
  "managerId",
  "journeyId",
  "stageId",
  "channel",
  "momentOfTruth",
  "customerRating",
  "teamRating",
  FINDINGS,
];

/** Those with these names, in their order; without any of them the usual ones. */
export function columnsNamed(names: readonly string[] | null): readonly Column[] {
  const chosen = (names ?? usualColumns).flatMap(
    (name) => allColumns.find((column) => column.name === name) ?? [],
  );
  return chosen.length > 0 ? chosen : columnsNamed(null);
}
