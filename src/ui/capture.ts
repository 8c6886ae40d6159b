import type { Command } from "#model/commands/command.ts";
import { assignOwner, changeFields } from "#model/commands/nodes.ts";
import { type Discipline, disciplines } from "#model/discipline.ts";
import { journeysInOrder } from "#model/geometry.ts";
import type { Id, JourneyMap, MapNode } from "#model/journey-map.ts";
import { addBelow, addNext, type Capture, type CaptureOptions, capture } from "./capture-additions.ts";
import { addToCell, firstCell, journeyOf, underneath } from "./capture-places.ts";
import { titleOfLine } from "./line-title.ts";

export type { Capture, CaptureOptions };

/** The part of a keyboard event that capturing looks at. */
export interface CaptureKeyEvent {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** The texts that capturing needs, from the catalogue. */
export function captureTexts(
  t: (key: string) => string,
): Pick<CaptureOptions, "newJourneyTitle" | "letters"> {
  const letters = disciplines.map((discipline) => [discipline, t(`common.letter.${discipline}`)]);
  return {
    newJourneyTitle: t("kind.newJourney"),
    letters: Object.fromEntries(letters) as Record<Discipline, string>,
  };
}

/** What a key does to a map while a node is selected, the same on the canvas and in the outline; null: nothing. */
export function captureKey(
  event: CaptureKeyEvent,
  map: JourneyMap,
  selectedNodeId: Id | null,
  options: CaptureOptions,
): Capture | null {
  const node = selectedNodeId === null ? undefined : map.nodes[selectedNodeId];
  // Many layouts write @ with Alt or with AltGr, which arrives as Ctrl and Alt.
  if (event.key === "@" && !event.metaKey) return node ? capture(null, node.id, "pickManager") : null;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === "Enter" && !event.shiftKey) return addBelow(map, node, options);
  if (!node) return null;
  if (event.key === "Tab" && !event.shiftKey) return addNext(map, node, options);
  if (event.key === "F2") return capture(null, node.id, "rename");
  return setByKey(event, map, node, options) ?? typed(event, node);
}

function setByKey(
  event: CaptureKeyEvent,
  map: JourneyMap,
  node: MapNode,
  options: CaptureOptions,
): Capture | null {
  // With Shift it is the first letter of a title: otherwise no title could begin with M.
  if (event.shiftKey) return null;
  const ids = options.nodeIds ?? [node.id];
  const owner = ownerOfKey(event.key, options.letters);
  if (owner) return capture(assignOwner(map, ids, owner), node.id, null);
  if (node.kind !== "touchpoint" || !/^[1-5]$/.test(event.key)) return null;
  return capture(changeFields(map, ids, { customerRating: Number(event.key) - 3 }), node.id, null);
}

const lettersEverywhere: Readonly<Record<string, Discipline>> = { M: "marketing", S: "sales", I: "it" };

/** The owner that a key stands for, or null. */
export function ownerOfKey(key: string, letters: CaptureOptions["letters"]): Discipline | null {
  const letter = key.toUpperCase();
  return (
    disciplines.find((discipline) => letters[discipline] === letter) ?? lettersEverywhere[letter] ?? null
  );
}

/** A letter begins a new title; digits and signs may mean something else to whoever asks. */
function typed(event: CaptureKeyEvent, node: MapNode): Capture | null {
  return /^\p{L}$/u.test(event.key) ? capture(null, node.id, "rename", event.key) : null;
}

export interface PastedLines {
  readonly command: Command;
  readonly ids: readonly Id[];
  /** How many lines were too many. */
  readonly left: number;
}

/** How many touchpoints one paste makes at the most. */
export const MAXIMUM_LINES = 500;

/** Characters of a text that is pasted as lines; a longer one is refused before it is looked at. */
export const LONGEST_PASTE = 1_000_000;

/** One touchpoint per line of text (a long one goes on in the description), below the anchor in its cell or in the first cell; null: no line in it. */
export function linesToTouchpoints(
  map: JourneyMap,
  text: string,
  anchorNodeId: Id | null,
  options: CaptureOptions,
): PastedLines | null {
  const lines = linesOf(text);
  if (lines.length === 0) return null;
  const texts = lines.slice(0, MAXIMUM_LINES).map((line) => ({ id: options.newId(), ...titleOfLine(line) }));
  const anchor = anchorNodeId === null ? undefined : map.nodes[anchorNodeId];
  const journey = anchor ? journeyOf(map, anchor.id) : null;
  const place =
    anchor?.kind === "touchpoint" && journey
      ? { journey, stageId: anchor.stageId, start: underneath(anchor) }
      : firstCell(map, journey ?? journeysInOrder(map)[0] ?? null);
  const label = { key: "paste", thing: "touchpoint", count: texts.length } as const;
  return {
    command: addToCell(map, { place, texts, label }, options),
    ids: texts.map(({ id }) => id),
    left: lines.length - texts.length,
  };
}

/** What lists put before their items: dashes, dots, boxes, numbers, letters with a bracket. */
const bullet = /^(?:[-–—*+•·‣▪◦●○✓☐]|\[[ xX]?\]|\(?\d{1,3}[.)]|\(?[a-zA-Z]\))(?:\s+|$)/u;

function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => {
      // Half a character could not be shown; signs of control would be there unseen.
      let rest = line
        .replace(/[\s\p{Cc}]+/gu, " ")
        .replace(/\p{Cs}/gu, "\uFFFD")
        .trim();
      while (bullet.test(rest)) rest = rest.replace(bullet, "");
      return rest;
    })
    .filter((line) => /[^\s\p{Cf}]/u.test(line));
}
