import { LONGEST_LINE, LONGEST_TEXT } from "#exchange/json/limits.ts";
import type { TextOf } from "#i18n/i18n.ts";
import { disciplines } from "#model/discipline.ts";
import { type Disappointment, type Field, type FieldControl, fieldsOf } from "#model/fields.ts";
import { journeysInOrder } from "#model/geometry.ts";
import { isSame } from "#model/is-same.ts";
import type { Id, JourneyMap, MapNode } from "#model/journey-map.ts";
import { foldForSearch, peopleInOrder } from "#model/queries.ts";
import { channelSuggestions } from "../panels/details/channel-suggestions.ts";
import { durationUnits, minutesOf, splitDuration } from "../panels/details/duration-units.ts";

/** What cells are put into words with. */
export interface CellWords {
  readonly t: TextOf;
  /** BCP 47. */
  readonly language: string;
  readonly map: JourneyMap;
}

/** What typed and pasted texts are understood with. */
export interface CellReading extends CellWords {
  /**
   * The id of the person who is called so; of somebody new where nobody is. Null for what the program writes where nobody
   * is; undefined for what it writes for somebody without a name, where there is no such person.
   */
  personNamed(name: string): Id | null | undefined;
}

/**
 * How the fields of a control stand in a cell. What a cell says may be typed into any other one of its column: texts
 * are read the way they are written.
 */
interface CellKind<T> {
  /** Empty for nothing. */
  text(words: CellWords, value: T, name: string): string;
  /** Undefined for a text that is no value of the field. Never asked for an empty one where `empty` says what that is. */
  read(words: CellReading, text: string, field: Field<T>, name: string): T | undefined;
  /** What an emptied cell holds; undefined: it cannot be emptied. */
  readonly empty: T | undefined;
  /** What can be chosen, in order. Without it one types. */
  choices?(words: CellWords, name: string, field: Field<T>): readonly string[];
  /** Whether something else than the choices may be typed. */
  readonly isOpen?: boolean;
  /** By what the column is sorted; null last. Without it: by its text. */
  order?(value: T, words: CellWords): number | null;
  /** Share of the room, in rem. */
  readonly width: number;
}

type Kinds = Readonly<Record<FieldControl, CellKind<unknown> | null>>;

const kind = <T>(entry: CellKind<T>): CellKind<unknown> => entry as unknown as CellKind<unknown>;

/** The value whose text it is, whatever the case and the spaces around it. */
function chosen<T>(entries: readonly (readonly [T, string])[], text: string): T | undefined {
  const wanted = foldForSearch(text.trim());
  return entries.find(([, name]) => foldForSearch(name.trim()) === wanted)?.[0];
}

const disciplineNames = (t: TextOf) =>
  disciplines.map((name) => [name, t(`common.discipline.${name}`)] as const);
const optionNames = (t: TextOf, name: string, field: Field<unknown>) =>
  (field.options ?? []).map((option) => [option, t(`option.${name}.${option}`)] as const);
const yesAndNo = (t: TextOf) => [[true, t("table.yes")] as const, [false, t("table.no")] as const];
const journeyNames = ({ map, t }: CellWords) =>
  journeysInOrder(map).map(({ id, title }) => [id, title.trim() || t("kind.untitled")] as const);
const stageNames = ({ map, t }: CellWords) =>
  map.stages.map(({ id, name }) => [id, name.trim() || t("kind.untitled")] as const);

const shortText = {
  text: (_words: CellWords, value: string) => value,
  read: (_words: CellReading, text: string) => text.replace(/[\r\n]+/gu, " "),
  empty: "",
  width: 14,
};

/** The table of cells: one entry for each control of the table of fields; null: such a field has no column. */
const cellKinds: Kinds = {
  text: kind<string>({
    ...shortText,
    choices: ({ map, t }, _name, field) =>
      field.suggestions === "channels" ? channelSuggestions(map, t("details.usualChannels")) : [],
    isOpen: true,
  }),
  multiline: kind<string>({ ...shortText, read: (_words, text) => text, width: 20 }),
  choice: kind<string | null>({
    text: ({ t }, value, name) => (value === null ? "" : t(`option.${name}.${value}`)),
    read: ({ t }, text, field, name) => chosen(optionNames(t, name, field), text),
    empty: null,
    choices: ({ t }, name, field) => optionNames(t, name, field).map(([, text]) => text),
    width: 10,
  }),
  rating: kind<number | null>({
    text: ({ language }, value) =>
      value === null ? "" : new Intl.NumberFormat(language, { signDisplay: "exceptZero" }).format(value),
    read(_words, text) {
      const number = Number(text.trim().replace(/^[\u2212\u2013]/u, "-"));
      return Number.isInteger(number) && Math.abs(number) <= 2 ? number : undefined;
    },
    empty: null,
    choices: ({ language }) => {
      const format = new Intl.NumberFormat(language, { signDisplay: "exceptZero" });
      return [2, 1, 0, -1, -2].map((value) => format.format(value));
    },
    order: (value) => value,
    width: 7,
  }),
  flag: kind<boolean>({
    text: ({ t }, value) => (value ? t("table.yes") : ""),
    read: ({ t }, text) => chosen([...yesAndNo(t), [true, "x"], [true, "1"], [false, "0"]], text),
    empty: false,
    choices: ({ t }) => yesAndNo(t).map(([, text]) => text),
    width: 7,
  }),
  list: kind<readonly string[]>({
    text: (_words, value) => value.join("\n"),
    read: (_words, text) =>
      text
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    empty: [],
    width: 14,
  }),
  disappointments: kind<readonly Disappointment[]>({
    text: ({ t }, value) =>
      value.map(({ text, burden }) => `${text} (${t(`option.burden.${burden}`)})`).join("\n"),
    read({ t }, text) {
      const burdens = (["customer", "company"] as const).map(
        (burden) => [burden, t(`option.burden.${burden}`)] as const,
      );
      const lines = text.split("\n").filter((line) => line.trim() !== "");
      return lines.map((line) => {
        const whole = line.trim();
        const open = whole.lastIndexOf("(");
        const burden = whole.endsWith(")") ? chosen(burdens, whole.slice(open + 1, -1)) : undefined;
        return burden && open >= 0
          ? { text: whole.slice(0, open).trimEnd(), burden }
          : { text: whole, burden: "customer" };
      });
    },
    empty: [],
    order: (value) => value.length,
    width: 18,
  }),
  duration: kind<number | null>({
    text: durationCell,
    read: readDuration,
    empty: null,
    order: (value) => value,
    width: 10,
  }),
  owner: kind<string | null>({
    text: ({ t }, value) => (value === null ? "" : t(`common.discipline.${value}`)),
    read({ t }, text) {
      const letters = disciplines.map((name) => [name, t(`common.letter.${name}`)] as const);
      const nobody = t("table.nobodyNames")
        .split("|")
        .map((name) => [null, name] as const);
      return chosen<string | null>([...disciplineNames(t), ...letters, ...nobody], text);
    },
    empty: null,
    choices: ({ t }) => disciplineNames(t).map(([, text]) => text),
    width: 11,
  }),
  manager: kind<Id | null>({
    text: ({ map, t }, id) => (id === null ? "" : map.people[id]?.name.trim() || t("kind.untitled")),
    read: (words, text) => words.personNamed(personName(text)),
    empty: null,
    choices: ({ map, t }) => peopleInOrder(map).map(({ name }) => name.trim() || t("kind.untitled")),
    isOpen: true,
    width: 15,
  }),
  journey: kind<Id | null>({
    text: (words, id) => journeyNames(words).find(([journeyId]) => journeyId === id)?.[1] ?? "",
    read: (words, text) => chosen(journeyNames(words), text),
    empty: null,
    choices: (words) => journeyNames(words).map(([, text]) => text),
    width: 14,
  }),
  stage: kind<Id | null>({
    text: (words, id) => stageNames(words).find(([stageId]) => stageId === id)?.[1] ?? "",
    read: (words, text) => chosen(stageNames(words), text),
    empty: null,
    choices: (words) => stageNames(words).map(([, text]) => text),
    order(id, { map }) {
      const place = map.stages.findIndex((stage) => stage.id === id);
      return place < 0 ? null : place;
    },
    width: 12,
  }),
  // The height of a lane is drawn, not written.
  length: null,
};

function durationCell({ t, language }: CellWords, minutes: number | null): string {
  if (minutes === null) return "";
  const { amount, unit } = splitDuration(minutes);
  const number = new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 2 }).format(
    Number(amount),
  );
  return `${number} ${t(`table.unit.${unit}`, { count: Number(amount) })}`;
}

/** An amount and a unit, in short or in full; without a unit hours. */
function readDuration({ t }: CellReading, text: string): number | undefined {
  const [, number = "", word = ""] = /^\s*([\d.,]+)\s*(\p{L}*)\.?\s*$/u.exec(text) ?? [];
  // "1.000" is a thousand to one reader and one to another: it is no amount before somebody has said which.
  if (/[.,]\d{3}$|[.,].*[.,]/u.test(number)) return undefined;
  const amount = Number(number.replace(",", "."));
  const names = durationUnits.flatMap(({ unit }) =>
    t(`table.unitNames.${unit}`)
      .split(" ")
      .map((name) => [unit, name] as const),
  );
  const unit = word === "" ? "hours" : chosen(names, word);
  if (number === "" || unit === undefined) return undefined;
  return minutesOf({ amount, unit }) ?? undefined;
}

/** The kind of cell that a field of a node has; null where the node has no such field, or it has no column. */
function cellOf(
  node: MapNode,
  name: string,
): { readonly cell: CellKind<unknown>; readonly field: Field<unknown> } | null {
  const fields = fieldsOf(node.kind);
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  const cell = field && cellKinds[field.control];
  return field && cell ? { cell, field } : null;
}

export const fieldValue = (node: MapNode, name: string) =>
  (node as unknown as Readonly<Record<string, unknown>>)[name];

/** Null: a node of this kind has no such field. */
export function cellText(words: CellWords, node: MapNode, name: string): string | null {
  const found = cellOf(node, name);
  return found ? found.cell.text(words, fieldValue(node, name), name) : null;
}

/** Names that look alike are one. */
export const personName = (text: string) => text.trim().replace(/\s+/gu, " ");

/** What a typed or pasted text makes of a field. */
export type CellReadingResult =
  | { readonly value: unknown }
  /** It says what stands there already. */
  | "same"
  /** A node of this kind has no such field. */
  | "noField"
  /** The field always has a value. */
  | "neverEmpty"
  /** The text is none of the values of the field. */
  | "noValue"
  /** Read from a file it would be cut. */
  | "tooLong";

export function readCell(words: CellReading, node: MapNode, name: string, text: string): CellReadingResult {
  const found = cellOf(node, name);
  if (!found) return text === "" ? "same" : "noField";
  const { cell, field } = found;
  // Two people of the same name must not become one by copying a table and pasting it back.
  if (cell.text(words, fieldValue(node, name), name) === text) return "same";
  if (text.length > (field.control === "multiline" ? LONGEST_TEXT : LONGEST_LINE)) return "tooLong";
  const isEmpty = text.trim() === "";
  const value = isEmpty ? cell.empty : cell.read(words, text, field, name);
  if (value === undefined || !field.schema.safeParse(value).success)
    return isEmpty ? "neverEmpty" : "noValue";
  return isSame(value, fieldValue(node, name)) ? "same" : { value };
}

export interface CellChoices {
  /** None: one types whatever one likes. */
  readonly texts: readonly string[];
  readonly isOpen: boolean;
}

export function cellChoices(words: CellWords, node: MapNode, name: string): CellChoices {
  const found = cellOf(node, name);
  const texts = found?.cell.choices?.(words, name, found.field) ?? [];
  return { texts: [...new Set(texts)], isOpen: texts.length === 0 || found?.cell.isOpen === true };
}

/** A number or a text to sort by; null for an empty cell. */
export function cellOrder(words: CellWords, node: MapNode, name: string): number | string | null {
  const found = cellOf(node, name);
  if (!found) return null;
  const value = fieldValue(node, name);
  const { order } = found.cell;
  return order ? order(value, words) : found.cell.text(words, value, name) || null;
}

/** Whether a cell may have several lines. */
export function hasLines(node: MapNode, name: string): boolean {
  const control = cellOf(node, name)?.field.control;
  return control === "multiline" || control === "list" || control === "disappointments";
}

/** Rem; null: fields of this control have no column. */
export function cellWidth(control: FieldControl): number | null {
  return cellKinds[control]?.width ?? null;
}
