import { expect, type TestInfo } from "@playwright/test";
import { test } from "./fixtures.ts";
import { type KilledMap, killRound, lookOnceMore, startKilledMap } from "./kill-loop.ts";
import { randomNumbers } from "./random.ts";
import { reportTally } from "./report-tally.ts";

/** For each back end; more of them in `npm run test:durability`. The two ways to be killed share them. */
const rounds = Number(process.env.KILL_ROUNDS ?? 30);
const roundsWhenSaved = Math.ceil(rounds / 2);
const roundsAtAnyMoment = rounds - roundsWhenSaved;
const seed = Number(process.env.SEED);

test(`F01 kill -9 right after "Saved", ${roundsWhenSaved} times on one profile`, async ({
  machine,
  address,
}, info) => {
  const map = await startKilledMap(machine, address);
  for (let round = 0; round < roundsWhenSaved; round += 1) await killRound(machine, map, { at: "saved" });
  await lookOnceMore(machine, map);
  await expectNothingLost(map, info);
  expect(map.tally.acknowledged).toBeGreaterThanOrEqual(roundsWhenSaved);
});

test(`F02 kill -9 at any moment, ${roundsAtAnyMoment} times on one profile, seed ${seed}`, async ({
  machine,
  address,
}, info) => {
  const random = randomNumbers(seed);
  const map = await startKilledMap(machine, address);
  for (let round = 0; round < roundsAtAnyMoment; round += 1) {
    const at = random() < 0.2 ? "start" : "edits";
    await killRound(machine, map, { at, after: random() * (at === "start" ? 2500 : 1000) });
  }
  await lookOnceMore(machine, map);
  await expectNothingLost(map, info);
});

async function expectNothingLost({ tally }: KilledMap, info: TestInfo): Promise<void> {
  await reportTally(tally, info);
  expect(tally.lost).toBe(0);
  expect(tally.wipesRestored).toBe(tally.wipes);
}
