import { isSame } from "./is-same.ts";
import type { Connection, Id, JourneyMap } from "./journey-map.ts";
import { peopleInOrder } from "./queries.ts";
import { nodesInReadingOrder } from "./reading-order.ts";
import { type ObjectKind, rowFields } from "./schema.ts";

/** What a reader asks first stands first: who became responsible for what. */
export const comparedGroups = [
  "ownership",
  "nodes",
  "connections",
  "stages",
  "people",
  "contents",
  "measures",
  "map",
  "dismissals",
] as const;
export type ComparedGroup = (typeof comparedGroups)[number];

export const differenceTypes = ["added", "removed", "changed", "moved"] as const;
export type DifferenceType = (typeof differenceTypes)[number];

export interface FieldDifference {
  /** The field's name; of what is agreed on a connection `handover.<name>`, of the stages `order` (their ids). */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** One object that differs. It may stand in several groups, but each of its fields in one of them only. */
export interface Difference {
  readonly group: ComparedGroup;
  readonly type: DifferenceType;
  /** What it is now; of something that was removed, what it was. */
  readonly kind: ObjectKind;
  readonly id: Id;
  /** Empty for what was added or removed. */
  readonly fields: readonly FieldDifference[];
}

type Row = Readonly<Record<string, unknown>>;
interface Collection {
  readonly group: ComparedGroup;
  kindOf(row: Row): ObjectKind;
  /** In the order in which a reader expects them, each under its id. */
  rows(map: JourneyMap): ReadonlyMap<Id, Row>;
}

const ownership: ReadonlySet<string> = new Set(["owner", "managerId", "maintainerId", "raci"]);
const place: ReadonlySet<string> = new Set(["position", "journeyId", "stageId"]);
/** A copy of a map has other ones, and every change has its time. */
const ignored: ReadonlySet<string> = new Set(["id", "createdAt", "updatedAt"]);

/**
 * What differs between two states of a map, in the order of a reader: ownership first, then group by group, in each
 * what was added, removed, changed and moved. Empty exactly when both say the same.
 */
export function compareMaps(before: JourneyMap, after: JourneyMap): readonly Difference[] {
  const found = [
    ...byPart("map", "map", after.id, fieldsBetween(mapRow(before), mapRow(after), "map", "map")),
    ...collections.flatMap((collection) => rowsBetween(collection, before, after)),
    ...stageOrder(before, after),
  ];
  const rank = ({ group, type }: Difference) =>
    comparedGroups.indexOf(group) * differenceTypes.length + differenceTypes.indexOf(type);
  return found.sort((a, b) => rank(a) - rank(b));
}

const collections: readonly Collection[] = [
  { group: "nodes", kindOf: ({ kind }) => kind as ObjectKind, rows: (map) => byId(nodesInReadingOrder(map)) },
  { group: "connections", kindOf: () => "connection", rows: (map) => byId(connectionsInOrder(map)) },
  { group: "stages", kindOf: () => "stage", rows: (map) => byId(map.stages) },
  { group: "people", kindOf: () => "person", rows: (map) => byId(peopleInOrder(map)) },
  { group: "contents", kindOf: () => "content", rows: (map) => byId(byTitle(map.contents)) },
  { group: "measures", kindOf: () => "measure", rows: (map) => byId(byTitle(map.measures)) },
  {
    group: "dismissals",
    kindOf: () => "dismissal",
    rows: (map) => new Map(Object.entries(map.dismissals).map(([id, row]) => [id, asRow(row)])),
  },
];

function rowsBetween(collection: Collection, before: JourneyMap, after: JourneyMap): Difference[] {
  const { group, kindOf } = collection;
  const old = collection.rows(before);
  const now = collection.rows(after);
  const result: Difference[] = [];
  const note = (type: DifferenceType, row: Row, id: Id) =>
    result.push({ group, type, kind: kindOf(row), id, fields: [] });
  for (const [id, row] of now) {
    const was = old.get(id);
    if (!was) note("added", row, id);
    else if (was !== row)
      result.push(...byPart(group, kindOf(row), id, fieldsBetween(was, row, kindOf(was), kindOf(row))));
  }
  for (const [id, row] of old) if (!now.has(id)) note("removed", row, id);
  return result;
}

/** The fields of one object, parted into who is responsible, what it says and where it stands. */
function byPart(
  group: ComparedGroup,
  kind: ObjectKind,
  id: Id,
  fields: readonly FieldDifference[],
): Difference[] {
  const isMove = ({ field }: FieldDifference) => group === "nodes" && place.has(field);
  const isOwnership = ({ field }: FieldDifference) => ownership.has(field);
  const part = (of: ComparedGroup, type: DifferenceType, some: readonly FieldDifference[]): Difference[] =>
    some.length === 0 ? [] : [{ group: of, type, kind, id, fields: some }];
  return [
    ...part("ownership", "changed", fields.filter(isOwnership)),
    ...part(
      group,
      "changed",
      fields.filter((field) => !isOwnership(field) && !isMove(field)),
    ),
    ...part(group, "moved", fields.filter(isMove)),
  ];
}

/** A field that is not there counts as its initial value: an older release, or another kind, does not have it. */
function fieldsBetween(before: Row, after: Row, was: ObjectKind, is: ObjectKind): FieldDifference[] {
  const known = [...Object.keys(rowFields[is]), ...Object.keys(rowFields[was])];
  const unknown = [...Object.keys(after), ...Object.keys(before)].sort();
  const valueIn = (row: Row, name: string) =>
    Object.hasOwn(row, name) ? row[name] : (rowFields[is][name] ?? rowFields[was][name])?.initial;
  return [...new Set([...known, ...unknown])]
    .filter((name) => !ignored.has(name))
    .map((field) => ({ field, before: valueIn(before, field), after: valueIn(after, field) }))
    .filter((field) => !isSame(field.before, field.after))
    .flatMap(withinHandover);
}

/** Of an agreement that is still there, only what was agreed differently. */
function withinHandover(difference: FieldDifference): FieldDifference[] {
  const { field, before, after } = difference;
  if (field !== "handover" || !isRow(before) || !isRow(after)) return [difference];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((name) => ({ field: `handover.${name}`, before: before[name], after: after[name] }))
    .filter((part) => !isSame(part.before, part.after));
}

/** Only those that are in both: a new stage does not move the others. */
function stageOrder(before: JourneyMap, after: JourneyMap): Difference[] {
  const idsIn = (map: JourneyMap, other: JourneyMap) => {
    const there = new Set(other.stages.map(({ id }) => id));
    return map.stages.map(({ id }) => id).filter((id) => there.has(id));
  };
  const order = { field: "order", before: idsIn(before, after), after: idsIn(after, before) };
  if (isSame(order.before, order.after)) return [];
  return [{ group: "stages", type: "moved", kind: "map", id: after.id, fields: [order] }];
}

function mapRow(map: JourneyMap): Row {
  const { stages, people, nodes, connections, contents, measures, dismissals, ...fields } = map;
  return fields;
}

/** From the first node of the map to the last. */
function connectionsInOrder(map: JourneyMap): readonly Connection[] {
  const index = new Map(nodesInReadingOrder(map).map(({ id }, at) => [id, at]));
  const at = (id: Id) => index.get(id) ?? -1;
  return Object.values(map.connections).sort(
    (a, b) => at(a.from) - at(b.from) || at(a.to) - at(b.to) || (a.id < b.id ? -1 : 1),
  );
}

function byTitle<T extends { readonly id: Id; readonly title: string }>(rows: Readonly<Record<Id, T>>): T[] {
  const text = ({ title, id }: T) => `${title}\n${id}`;
  return Object.values(rows).sort((a, b) => (text(a) < text(b) ? -1 : 1));
}

function byId(rows: readonly { readonly id: Id }[]): ReadonlyMap<Id, Row> {
  return new Map(rows.map((row) => [row.id, asRow(row)]));
}

function asRow(row: object): Row {
  // Whatever its type, a part of a document is plain data.
  return row as Row;
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
