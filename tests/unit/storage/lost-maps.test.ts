import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Connection } from "#storage/connection.ts";
import { countLostMaps } from "#storage/lost-maps.ts";
import { create } from "#storage/map-store.ts";
import { mirrorBase } from "#storage/restore-from-mirror.ts";
import { aMap } from "./a-map.ts";
import { Browser } from "./mirror/a-browser.ts";
import { aStore } from "./stores.ts";

let browser: Browser;
let connection: Connection;
/** As at the start of the app. */
const lost = () => countLostMaps(connection.database, browser.open().mirror);

async function keep(...ids: readonly string[]): Promise<void> {
  const { mirror } = browser.open();
  for (const id of ids) {
    await create(connection.database, aMap(id));
    await mirror.snapshot(mirrorBase(aMap(id), 1, null));
  }
}

async function loseDatabase(): Promise<void> {
  await connection.database.delete();
  connection = await aStore();
}

beforeEach(async () => {
  browser = new Browser();
  connection = await aStore();
});
afterEach(() => connection.database.delete());

test("F07 a first visit has lost nothing", async () => {
  expect(await lost()).toBe(0);
});

test("F07 maps are missed when both the database and the copies are gone, until there is one again", async () => {
  await keep("map1", "map2");
  expect(await lost()).toBe(0);
  await loseDatabase();
  expect(await lost()).toBe(0);
  browser.folder.clear();
  expect(await lost()).toBe(2);
  expect(await lost()).toBe(2);

  await keep("map3");
  expect(await lost()).toBe(0);
  await connection.database.heads.clear();
  browser.folder.clear();
  expect(await lost()).toBe(1);
});

test("F07 what was thrown away for good is not missed", async () => {
  await keep("map1");
  await browser.open().mirror.remove("map1");
  await connection.database.heads.clear();
  expect(await lost()).toBe(0);
});

test("F06 copies that cannot be listed are no reason to forget what there was", async () => {
  await keep("map1");
  await loseDatabase();
  await create(connection.database, aMap("map2"));
  browser.folder.clear();
  expect(await lost()).toBe(0);
  expect(browser.open().mirror.copiedIds()).toEqual(["map1"]);
});

test.each(["{", "5", '{"a":1}', "[1,null]"])("rubbish in place of the list: %s", async (text) => {
  browser.texts.set("dreiklang.mirrored", text);
  expect(await lost()).toBe(0);
});
