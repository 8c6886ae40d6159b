import { beforeAll, describe, expect, it } from "vitest";
import { clipOf, pasteClip } from "#model/clip.ts";
import { applyCommand, type Command } from "#model/commands/command.ts";
import { moveNodes } from "#model/commands/moves.ts";
import { changeFields } from "#model/commands/nodes.ts";
import { removeStage } from "#model/commands/stages.ts";
import { tidyUp } from "#model/commands/tidy.ts";
import { ROW_PITCH, rectangleOf } from "#model/geometry.ts";
import { invariantViolations } from "#model/invariants.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { aMap, LATER } from "../builders.ts";

const CARDS = 600;
const chosen = Array.from({ length: 300 }, (_, index) => `touchpoint${index + 1}`);
/** Generous: a slow computer has to do it too, but reading the whole map once per card takes far longer. */
const A_MOMENT = 4000;

let map: JourneyMap;
beforeAll(() => {
  const builder = aMap().withStage().withStage().withStage().withJourney().withJourney();
  for (let index = 0; index < CARDS; index += 1) {
    const stage = index % 3;
    const position = { x: 280 + stage * 340, y: 500 + Math.floor(index / 3) * ROW_PITCH };
    builder.withTouchpoint({ journeyId: "journey2", stageId: `stage${stage + 1}`, position });
  }
  map = builder.build();
});

function doubledPlaces(changed: JourneyMap): readonly Id[] {
  const seen = new Set<string>();
  return Object.values(changed.nodes)
    .filter(({ kind }) => kind === "touchpoint")
    .filter((node) => {
      const { x, y } = rectangleOf(node);
      const isSeen = seen.has(`${x} ${y}`);
      seen.add(`${x} ${y}`);
      return isSeen;
    })
    .map(({ id }) => id);
}

function timed(command: () => Command): { changed: JourneyMap; milliseconds: number } {
  const start = performance.now();
  const changed = applyCommand(map, command(), LATER);
  return { changed, milliseconds: performance.now() - start };
}

describe("hundreds of cards at once", () => {
  const right = () =>
    moveNodes(
      map,
      chosen.map((id) => {
        const { x = 0, y = 0 } = map.nodes[id]?.position ?? {};
        return { id, position: { x: x + 340, y } };
      }),
    );
  const heap = () =>
    moveNodes(
      map,
      chosen.map((id) => ({ id, position: { x: 320, y: 60 } })),
    );
  let count = 0;
  const paste = () =>
    pasteClip(map, clipOf(map, chosen), {
      newId: () => `new${++count}`,
      offset: { x: 20, y: 20 },
      label: "paste",
    }).command;

  it.each([
    ["are moved", right],
    ["are dropped on one spot", heap],
    ["are pasted", paste],
    ["get another stage", () => changeFields(map, chosen, { stageId: "stage3" })],
    ["get another journey", () => changeFields(map, chosen, { journeyId: "journey1" })],
    ["lose their journey", () => changeFields(map, chosen, { journeyId: null })],
    ["lose their stage", () => removeStage("stage2", "stage2")],
  ])("%s in a moment, none upon another", (_, command) => {
    const { changed, milliseconds } = timed(command);
    expect(changed).not.toBe(map);
    expect(doubledPlaces(changed)).toEqual([]);
    expect(invariantViolations(changed)).toEqual([]);
    expect(milliseconds).toBeLessThan(A_MOMENT);
  });
});

it("a thousand notes on one spot are tidied up in a moment", () => {
  const builder = aMap();
  for (let index = 0; index < 1000; index += 1) builder.withNote({ position: { x: 0, y: 0 } });
  const notes = builder.build();
  const start = performance.now();
  const tidied = applyCommand(notes, tidyUp(), LATER);
  expect(performance.now() - start).toBeLessThan(A_MOMENT);
  const places = Object.values(tidied.nodes).map(({ position: { x, y } }) => `${x} ${y}`);
  expect(new Set(places).size).toBe(1000);
});
