import "fake-indexeddb/auto";
import { expect, test, vi } from "vitest";
import { assignOwner, changeFields } from "#model/commands/nodes.ts";
import { disciplines } from "#model/discipline.ts";
import { randomNumbers } from "../../durability/random.ts";
import { aMap } from "./a-map.ts";
import { anOpenMap, aStore, found } from "./stores.ts";

const COMMANDS = 10_000;
/** So many at once, as when a key is held, before the store has its turn. */
const BURST = 100;

test("F52 ten thousand quick commands, undone and redone among each other, leave what the editor shows", async () => {
  vi.setConfig({ testTimeout: 240_000 });
  const connection = await aStore();
  const { editor, journal } = await anOpenMap(connection, aMap());
  const next = randomNumbers(52);
  for (let count = 0; count < COMMANDS; count += 1) {
    const { map } = editor.store.getState();
    const dice = next();
    if (dice < 0.15) editor.undo();
    else if (dice < 0.3) editor.redo();
    else if (dice < 0.6) editor.dispatch(changeFields(map, ["t1"], { title: `Title ${count}` }, "title:t1"));
    else editor.dispatch(assignOwner(map, ["t2"], disciplines[count % disciplines.length] ?? null));
    if (count % BURST === 0) await new Promise((resolve) => setTimeout(resolve));
    if (count % 2000 === 0) await journal.checkpoint();
  }
  await journal.settled();
  expect(journal.saving.getState()).toEqual({ state: "saved" });
  const { map, damage, rev } = await found(connection.database);
  expect(damage).toEqual([]);
  expect(map).toEqual(editor.store.getState().map);
  expect(rev).toBe(journal.kept().rev);
  await connection.database.delete();
});
