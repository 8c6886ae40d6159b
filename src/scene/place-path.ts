import { coordinate } from "./shapes.ts";

/** An e is a part of a number. */
const words = /([a-df-z])([^a-df-z]*)/giu;
const numbers = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/giu;
const number = numbers.source;
const gap = "[\\s,]*";
/** An arc's two flags may stand without a space between them and the number after them. */
const arcs = new RegExp(
  ["radius", "radius", "turn", "flag", "flag", "end", "end"]
    .map((part) => `(${part === "flag" ? "[01]" : number})${gap}`)
    .join(""),
  "giu",
);

const placed = new Map<string, string>();
const MOST_PLACED = 5000;

/**
 * The words of a path where it comes to lie when it is scaled and then moved. In SVG elements that says the same as a
 * transform, which would cost the browser a part of its own in every frame.
 */
export function placePath(d: string, x: number, y: number, scale: number): string {
  if (x === 0 && y === 0 && scale === 1) return d;
  const key = `${x} ${y} ${scale} ${d}`;
  const known = placed.get(key);
  if (known !== undefined) return known;
  let isFirst = true;
  let result = "";
  for (const [, word = "", rest = ""] of d.matchAll(words)) {
    // A path may begin with a relative move, which is an absolute one.
    const isRelative = word === word.toLowerCase() && !(isFirst && word === "m");
    const place = isRelative ? { x: 0, y: 0, scale } : { x, y, scale };
    result += isFirst ? word.toUpperCase() : word;
    if (isFirst && word === "m") result += placeFirstMove(rest, { x, y, scale });
    else result += placeNumbers(word.toUpperCase(), rest, place);
    isFirst = false;
  }
  if (placed.size >= MOST_PLACED) placed.clear();
  placed.set(key, result);
  return result;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** What follows a relative move are relative lines, though the move itself is absolute. */
function placeFirstMove(rest: string, place: Place): string {
  const [x = 0, y = 0, ...lines] = numbersIn(rest);
  const move = placePairs([x, y], place);
  return lines.length === 0 ? move : `${move}l${placePairs(lines, { x: 0, y: 0, scale: place.scale })}`;
}

function placeNumbers(word: string, rest: string, place: Place): string {
  const { x, y, scale } = place;
  if (word === "Z") return "";
  if (word === "H") return join(numbersIn(rest).map((value) => value * scale + x));
  if (word === "V") return join(numbersIn(rest).map((value) => value * scale + y));
  if (word === "A") return placeArcs(rest, place);
  return placePairs(numbersIn(rest), place);
}

function placePairs(values: readonly number[], { x, y, scale }: Place): string {
  return join(values.map((value, index) => value * scale + (index % 2 === 0 ? x : y)));
}

function placeArcs(text: string, place: Place): string {
  const placed = Array.from(text.matchAll(arcs), ([, rx, ry, turn, large, sweep, x, y]) => {
    const radii = join([Number(rx) * place.scale, Number(ry) * place.scale]);
    return `${radii} ${turn} ${large} ${sweep} ${placePairs([Number(x), Number(y)], place)}`;
  });
  return placed.join(" ");
}

function numbersIn(text: string): number[] {
  return (text.match(numbers) ?? []).map(Number);
}

function join(values: readonly number[]): string {
  return values.map(coordinate).join(" ");
}
