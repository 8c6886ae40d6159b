import { disciplines } from "#model/discipline.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { drawPingPong } from "./draw-baton.ts";
import { drawHandoverMark } from "./draw-handover-mark.ts";
import type { Pen } from "./drawing.ts";
import { drawSign, type Sign } from "./icons.ts";
import { drawManager, drawOwnerStripe, drawStar } from "./parts.ts";
import type { Shape } from "./shapes.ts";
import { initialsOf } from "./text.ts";

/** What the signs of a picture mean, in words. */
export interface LegendTexts {
  readonly missingOwner: string;
  readonly missingManager: string;
  readonly manager: string;
  readonly momentOfTruth: string;
  readonly handoverOpen: string;
  readonly handoverAgreed: string;
  readonly handoverConfirmed: string;
  readonly pingPong: string;
  readonly rating: string;
  readonly disappointment: string;
  readonly content: string;
  readonly measure: string;
  readonly finding: string;
}

interface Entry {
  readonly sign: readonly Shape[];
  readonly width: number;
  readonly text: string;
}

const FONT = { size: 15, weight: 550 };
const ROW = 44;
const SPACE = 30;

/** Drawn with its origin at 0, 0 in as many rows as a width asks for. Map units. */
export function drawLegend(
  map: JourneyMap,
  nodeIds: Iterable<string>,
  texts: LegendTexts,
  room: number,
  pen: Pen,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const shapes: Shape[] = [];
  let x = 0;
  let y = 0;
  for (const rows of [signEntries(texts, pen), peopleEntries(map, nodeIds, texts)]) {
    if (rows.length > 0 && x > 0) [x, y] = [0, y + ROW];
    for (const { sign, width, text } of rows) {
      const needed = width + 9 + pen.measure(text, FONT);
      if (x > 0 && x + needed > room) [x, y] = [0, y + ROW];
      shapes.push({ type: "group", x, y, shapes: sign });
      shapes.push({ type: "text", x: x + width + 9, y: y + 21, text, ...FONT, color: "ink" });
      x += needed + SPACE;
    }
  }
  return { shapes, height: y + ROW };
}

/** The owners, what is missing, and every other sign of a card or a connection. */
function signEntries(texts: LegendTexts, pen: Pen): readonly Entry[] {
  const mark = (state: Parameters<typeof drawHandoverMark>[0]) => drawHandoverMark(state, 10, 16, 9.5);
  const icon = (sign: Sign) => [drawSign(sign, 0, 7, 18, "inkSoft")];
  return [
    ...disciplines.map((discipline) => ({
      sign: drawOwnerStripe(discipline, 24, 32, pen),
      width: 24,
      text: pen.texts.discipline[discipline],
    })),
    { sign: drawOwnerStripe(null, 24, 32, pen), width: 24, text: texts.missingOwner },
    { sign: drawManager(null, 15, 16, 15), width: 30, text: texts.missingManager },
    { sign: [drawStar(0, 4, 24)], width: 24, text: texts.momentOfTruth },
    { sign: mark("open"), width: 20, text: texts.handoverOpen },
    { sign: mark("agreed"), width: 20, text: texts.handoverAgreed },
    { sign: mark("confirmed"), width: 20, text: texts.handoverConfirmed },
    { sign: drawPingPong(0, 32, 16), width: 32, text: texts.pingPong },
    { sign: written("−2 … +2"), width: 58, text: texts.rating },
    { sign: icon("disappointment"), width: 18, text: texts.disappointment },
    { sign: icon("content"), width: 18, text: texts.content },
    { sign: icon("measure"), width: 18, text: texts.measure },
    { sign: written("!"), width: 8, text: texts.finding },
  ];
}

function written(text: string): readonly Shape[] {
  return [{ type: "text", x: 0, y: 21, text, size: 14, weight: 750, color: "ink" }];
}

/** Who stands behind the initials: whoever reads the picture has no list of people. */
function peopleEntries(
  map: JourneyMap,
  nodeIds: Iterable<string>,
  { manager }: LegendTexts,
): readonly Entry[] {
  const managerIds = new Set([...nodeIds].map((id) => map.nodes[id]?.managerId ?? null));
  const people = Object.values(map.people)
    .filter(({ id }) => managerIds.has(id))
    .map(({ name }) => name)
    .sort((one, other) => one.localeCompare(other))
    .map((name) => ({ sign: drawManager(initialsOf(name), 15, 16, 15), width: 30, text: name }));
  return people.length === 0 ? [] : [{ sign: [], width: -9, text: `${manager}:` }, ...people];
}
