// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { expect, test, vi } from "vitest";
import { createOpenMaps } from "#app/open-maps.ts";
import { changeMap } from "#model/commands/map.ts";
import type { Connection } from "#storage/connection.ts";
import { createMapRepository } from "#storage/map-repository.ts";
import type { WindowMessage } from "#storage/writer-right.ts";
import { randomNumbers } from "../../durability/random.ts";
import { aMap } from "../storage/a-map.ts";
import { anOpenMap, aStore, LATER } from "../storage/stores.ts";

const CHANGES = 30;

/** A window that looks on while another one has the right to edit. */
async function aViewer(connection: Connection) {
  // The lock is never free.
  const locks = {
    request: (_: string, { signal }: LockOptions) =>
      new Promise((_resolve, reject) => signal?.addEventListener("abort", reject)),
  };
  Object.defineProperty(navigator, "locks", { value: locks, configurable: true });
  const channel = Object.assign(new EventTarget(), { postMessage() {} });
  const library = createMapRepository(connection, { newId: () => "new", now: () => LATER });
  const openMap = createOpenMaps({
    connection,
    library,
    newId: () => `viewer-${Math.random()}`,
    now: () => LATER,
    // Only what a window does with its channel.
    channel: channel as unknown as BroadcastChannel,
    catchUp: async () => {},
    keepCopy: async () => "",
    notify() {},
  });
  const open = await openMap("map1");
  if (!open) throw new Error("no map");
  const hear = (data: WindowMessage) => channel.dispatchEvent(new MessageEvent("message", { data }));
  return { open, hear, title: () => open.editor.store.getState().map.title };
}

const kept = (rev: number, mapId = "map1"): WindowMessage => ({ kind: "kept", mapId, rev });

for (const seed of [1, 2, 3, 4, 5]) {
  test(`F44 hints in any order, twice or never: who looks on shows what is stored, seed ${seed}`, async () => {
    const next = randomNumbers(seed);
    const connection = await aStore();
    const writer = await anOpenMap(connection, aMap());
    const { open, hear, title } = await aViewer(connection);
    const seen: number[] = [];
    open.editor.store.subscribe(({ map }) => seen.push(Number(map.title.split(" ")[1])));
    const late: WindowMessage[] = [];
    for (let count = 1; count <= CHANGES; count += 1) {
      writer.editor.dispatch(changeMap({ title: `Title ${count}` }));
      await writer.journal.settled();
      late.splice(Math.floor(next() * late.length), 0, kept(count + 1), kept(count + 1, "another"));
      while (late.length > 0 && next() < 0.5) hear(late.pop() ?? kept(0));
      // The last one never comes in any case.
    }
    // Another map's hint says nothing about this one.
    hear(kept(99, "another"));
    hear(late.find(({ mapId }) => mapId === "map1") ?? kept(2));
    await vi.waitFor(() => expect(title()).toBe(`Title ${CHANGES}`));
    // Never back to what was before.
    expect(seen).toEqual([...seen].sort((one, other) => one - other));

    writer.editor.dispatch(changeMap({ title: "Title 1000" }));
    await writer.journal.settled();
    document.dispatchEvent(new Event("visibilitychange"));
    await vi.waitFor(() => expect(title()).toBe("Title 1000"));
    await open.close();
    await connection.database.delete();
  });
}
