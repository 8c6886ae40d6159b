import type { CellChange } from "#model/commands/cells.ts";
import { isSame } from "#model/is-same.ts";
import type { Id, MapNode, Person } from "#model/journey-map.ts";
import { newPerson } from "#model/new-objects.ts";
import { foldForSearch, peopleInOrder } from "#model/queries.ts";
import {
  type CellReading,
  type CellReadingResult,
  type CellWords,
  fieldValue,
  personName,
  readCell,
} from "./cell-kinds.ts";
import type { Column } from "./columns.ts";
import { type CellRange, cellCount } from "./grid-selection.ts";

/** A cell that could not take its text. */
export interface RefusedCell {
  /** By its place in what is shown. */
  readonly row: number;
  readonly column: Column;
  readonly text: string;
  readonly reason: Exclude<CellReadingResult, { readonly value: unknown } | "same">;
  readonly kind: MapNode["kind"];
}

/** What texts that come into a table make of it. */
export interface TableEdit {
  readonly changes: readonly CellChange[];
  /** Names that nobody in the map has yet. */
  readonly people: readonly Person[];
  readonly refused: readonly RefusedCell[];
  /** Cells beyond the end of the table. */
  readonly outside: number;
}

export interface EditedTable {
  readonly words: CellWords;
  readonly rows: readonly MapNode[];
  readonly columns: readonly Column[];
  newId(): Id;
}

/** One text for all cells of a range. Cells whose nodes have no such field are passed over. */
export function fillRange(table: EditedTable, range: CellRange, text: string): TableEdit {
  const edit = startEdit(table);
  for (let row = range.top; row <= range.bottom; row += 1)
    for (let column = range.left; column <= range.right; column += 1) edit.put(row, column, text, true);
  return edit.result();
}

/** Texts of another table, from the upper left cell of a range on; a single one goes into all of its cells. */
export function pasteInto(
  table: EditedTable,
  range: CellRange,
  texts: readonly (readonly string[])[],
): TableEdit {
  const [first = []] = texts;
  const [only] = first;
  if (texts.length === 1 && first.length === 1 && only !== undefined && cellCount(range) > 1)
    return fillRange(table, range, only);
  const edit = startEdit(table);
  // What was copied is repeated in a range of which it is a part, as spreadsheets do it.
  const repeats = (length: number, of: number) => (of > 0 && length % of === 0 ? length / of : 1);
  const down = repeats(range.bottom - range.top + 1, texts.length);
  const across = repeats(range.right - range.left + 1, Math.max(0, ...texts.map((row) => row.length)));
  for (let row = 0; row < texts.length * down; row += 1) {
    const line = texts[row % texts.length] ?? [];
    for (let column = 0; column < line.length * across; column += 1)
      edit.put(range.top + row, range.left + column, line[column % line.length] ?? "", false);
  }
  return edit.result();
}

/** The first row of a range goes into those below it: the very values, since a name may stand for two people. */
export function fillDown({ rows, columns }: EditedTable, range: CellRange): TableEdit {
  const changes: CellChange[] = [];
  const from = rows[range.top];
  for (const { name, isField } of columns.slice(range.left, range.right + 1))
    for (const node of rows.slice(range.top + 1, range.bottom + 1)) {
      if (!from || !isField || !Object.hasOwn(from, name) || !Object.hasOwn(node, name)) continue;
      const value = fieldValue(from, name);
      if (!isSame(value, fieldValue(node, name))) changes.push({ nodeId: node.id, field: name, value });
    }
  return { changes, people: [], refused: [], outside: 0 };
}

function startEdit({ words, rows, columns, newId }: EditedTable) {
  const changes: CellChange[] = [];
  const people = new Map<string, Person>();
  const refused: RefusedCell[] = [];
  let outside = 0;
  const known = peopleByName(words);
  const readingFor = ({ managerId }: MapNode): CellReading => ({
    ...words,
    personNamed(name) {
      const key = foldForSearch(name);
      const meant = known.get(key);
      if (meant) return managerId !== null && meant.includes(managerId) ? managerId : meant[0];
      const added = people.get(key);
      if (added) return added.id;
      const person = newPerson(newId(), name);
      people.set(key, person);
      return person.id;
    },
  });
  return {
    put(row: number, column: number, text: string, isForAll: boolean): void {
      const node = rows[row];
      const place = columns[column];
      if (!node || !place) {
        if (text !== "") outside += 1;
        return;
      }
      if (!place.isField) return;
      const result = readCell(readingFor(node), node, place.name, text);
      if (result === "same" || (isForAll && result === "noField")) return;
      if (typeof result === "string")
        refused.push({ row, column: place, text, reason: result, kind: node.kind });
      else changes.push({ nodeId: node.id, field: place.name, value: result.value });
    },
    result: (): TableEdit => ({ changes, people: [...people.values()], refused, outside }),
  };
}

/**
 * Whom each name means that is not new, folded for search, in the order of people; null: nobody, and none at all for a
 * word that means none. A name does not tell two people of the same name apart: whoever answers for a node already goes
 * on doing so, otherwise it is the first of them.
 */
function peopleByName({ t, map }: CellWords): ReadonlyMap<string, readonly (Id | null)[]> {
  const words = (key: string) => t(`table.${key}`).split("|").map(foldForSearch);
  const known = new Map<string, (Id | null)[]>();
  // Whoever is called so is meant all the same.
  for (const { id, name } of peopleInOrder(map)) {
    const key = foldForSearch(personName(name));
    known.set(key, [...(known.get(key) ?? []), id]);
  }
  const nameless = known.get("") ?? [];
  for (const word of words("nobodyNames")) if (!known.has(word)) known.set(word, [null]);
  for (const word of words("untitledNames")) if (!known.has(word)) known.set(word, nameless);
  return known;
}
