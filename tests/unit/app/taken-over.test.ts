// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { afterEach, expect, test, vi } from "vitest";
import type { OpenMapListener } from "#app/open-map-listener.ts";
import { createOpenMaps } from "#app/open-maps.ts";
import { browserStorage } from "#app/settings.ts";
import { changeMap } from "#model/commands/map.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import type { Connection } from "#storage/connection.ts";
import { createLateChanges } from "#storage/late-changes.ts";
import { keepLate } from "#storage/late-texts.ts";
import { createMapRepository } from "#storage/map-repository.ts";
import { create, replaceMap } from "#storage/map-store.ts";
import type { WindowMessage } from "#storage/writer-right.ts";
import type { StoreNotice } from "#ui/services.ts";
import { aMap } from "../storage/a-map.ts";
import { aSession, aStore, found, journalStore, LATER } from "../storage/stores.ts";

afterEach(() => vi.restoreAllMocks());

/** The first one who asks has the right, until somebody else takes it; then it is never free again. */
function lockThatIsTaken() {
  let take = () => {};
  let asked = 0;
  const request = (_: string, { signal }: LockOptions, work: (lock: object) => Promise<void>) => {
    asked += 1;
    return new Promise<void>((resolve, reject) => {
      signal?.addEventListener("abort", reject);
      if (asked > 1) return;
      take = () => reject(new DOMException("taken", "AbortError"));
      void Promise.resolve(work({})).then(resolve);
    });
  };
  Object.defineProperty(navigator, "locks", { value: { request }, configurable: true });
  return { take: () => take() };
}

async function aWindow(connection: Connection, listener: OpenMapListener = {}) {
  const channel = Object.assign(new EventTarget(), { postMessage() {} });
  const copies: JourneyMap[] = [];
  const notices: StoreNotice[] = [];
  const openMap = createOpenMaps({
    connection,
    library: createMapRepository(connection, {
      newId: () => "new",
      now: () => LATER,
      late: createLateChanges(connection, { texts: browserStorage(), now: () => LATER }),
    }),
    newId: () => "one",
    now: () => LATER,
    // Only what a window does with its channel.
    channel: channel as unknown as BroadcastChannel,
    catchUp: async () => {},
    keepCopy: async (map) => `Copy ${copies.push(map)}`,
    notify: (notice) => notices.push(notice),
    listener,
  });
  const open = await openMap("map1");
  if (!open) throw new Error("no map");
  const hear = (data: WindowMessage) => channel.dispatchEvent(new MessageEvent("message", { data }));
  return { open, copies, notices, hear, title: () => open.editor.store.getState().map.title };
}

test("F41 F43 what a window could not write is kept when another one takes over and goes on", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const connection = await aStore();
  const { take } = lockThatIsTaken();
  await create(connection.database, aMap());
  const first = await aWindow(connection);
  const full = vi
    .spyOn(connection.database.journal, "bulkAdd")
    .mockRejectedValue(new DOMException("full", "QuotaExceededError"));
  first.open.editor.dispatch(changeMap({ title: "Mine" }));
  await vi.waitFor(() => expect(first.open.saving.getState().state).toBe("notSaved"), 5000);
  full.mockRestore();

  take();
  const other = aSession(journalStore(connection), { map: aMap(), rev: 1 });
  other.editor.dispatch(changeMap({ title: "Theirs" }));
  await other.journal.settled();
  first.hear({ kind: "kept", mapId: "map1", rev: 2 });
  await vi.waitFor(() => expect(first.title()).toBe("Theirs"));
  expect(first.copies.map(({ title }) => title)).toEqual(["Mine"]);
  expect(first.notices).toEqual([{ kind: "conflict", title: "Mine", copy: "Copy 1" }]);
  expect(first.open.saving.getState()).toMatchObject({ state: "viewOnly" });
  expect((await found(connection.database)).map.title).toBe("Theirs");
  await connection.database.delete();
});

test("F41 nothing can be changed between the last write and the moment another window has the right", async () => {
  const connection = await aStore();
  lockThatIsTaken();
  await create(connection.database, aMap());
  // Copies elsewhere take their time.
  let goOn = () => {};
  const onClosed = vi.fn(() => new Promise<void>((resolve) => (goOn = resolve)));
  const onTakenOver = vi.fn();
  const first = await aWindow(connection, { onClosed, onTakenOver });
  first.open.editor.dispatch(changeMap({ title: "Before" }));
  first.hear({ kind: "handOver", mapId: "map1" });
  await vi.waitFor(() => expect(onClosed).toHaveBeenCalled());
  const { refused, editor, saving } = first.open;
  const refusals = refused.getState().count;
  editor.dispatch(changeMap({ title: "Between" }));
  expect(first.title()).toBe("Before");
  // It is on its way out, not taken over here.
  expect(onTakenOver).not.toHaveBeenCalled();
  expect(refused.getState().count).toBe(refusals + 1);
  goOn();
  await vi.waitFor(() => expect(saving.getState().state).toBe("viewOnly"));
  expect((await found(connection.database)).map.title).toBe("Before");
  expect(first.copies).toEqual([]);
  await connection.database.delete();
});

test("F41 a copy elsewhere that never answers does not keep the map from the other window", async () => {
  const connection = await aStore();
  lockThatIsTaken();
  await create(connection.database, aMap());
  const first = await aWindow(connection, { onClosed: () => new Promise(() => {}) });
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  try {
    first.hear({ kind: "handOver", mapId: "map1" });
    await vi.advanceTimersByTimeAsync(2000);
    expect(first.open.saving.getState().state).toBe("viewOnly");
  } finally {
    vi.useRealTimers();
  }
  await connection.database.delete();
});

test("F25 F43 a window does not write its map over what another one brought into a new store: both are kept", async () => {
  const connection = await aStore();
  const { database } = connection;
  lockThatIsTaken();
  await create(database, aMap());
  const { open, copies, notices, title } = await aWindow(connection);
  open.editor.dispatch(changeMap({ title: "Mine" }));
  await vi.waitFor(() => expect(open.saving.getState().state).toBe("saved"));

  // The database was removed and made anew, and the map came back into it from elsewhere.
  await database.facts.update("store", { storeId: "another" } as object);
  const theirs = { ...aMap(), title: "Theirs" };
  await replaceMap(database, { map: theirs, rev: 9, deletedAt: null, base: 2 });
  await connection.reconnect();

  await vi.waitFor(() => expect(title()).toBe("Theirs"));
  expect(copies.map((map) => map.title)).toEqual(["Mine"]);
  expect(notices).toEqual([{ kind: "conflict", title: "Mine", copy: "Copy 1" }]);
  await vi.waitFor(() => expect(open.saving.getState().state).toBe("saved"));
  open.editor.dispatch(changeMap({ description: "More" }));
  await vi.waitFor(async () => {
    expect((await found(database)).map).toMatchObject({ title: "Theirs", description: "More" });
  });
  await database.delete();
});

test("F21 F22 a full store opens a map with what a closed page left, and keeps that as soon as it can", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const connection = await aStore();
  const { database } = connection;
  lockThatIsTaken();
  await create(database, aMap());
  const closed = aSession(
    {
      ...journalStore(connection),
      append: () => new Promise(() => {}),
      keepLate: (batches) => keepLate(browserStorage(), batches),
    },
    { map: aMap(), rev: 1 },
  );
  closed.editor.dispatch(changeMap({ title: "Just typed" }));
  closed.journal.leave();

  const full = vi
    .spyOn(database.journal, "bulkAdd")
    .mockRejectedValue(new DOMException("full", "QuotaExceededError"));
  const { open, title } = await aWindow(connection);
  expect(title()).toBe("Just typed");
  await vi.waitFor(() => {
    expect(open.saving.getState()).toMatchObject({ state: "notSaved", problem: "storageFull" });
  }, 5000);
  open.editor.dispatch(changeMap({ description: "And more" }));
  expect(browserStorage().getItem("dreiklang.late.map1")).toContain("Just typed");

  full.mockRestore();
  await vi.waitFor(() => expect(open.saving.getState().state).toBe("saved"), 10_000);
  expect((await found(database)).map).toMatchObject({ title: "Just typed", description: "And more" });
  expect(browserStorage().getItem("dreiklang.late.map1")).toBe("");
  await vi.waitFor(() => expect(open.editor.store.getState().past).toHaveLength(2));
  await database.delete();
});
