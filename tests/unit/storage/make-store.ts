import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseMapFile } from "#exchange/json/parse-map.ts";
import { assignOwner, changeFields, remove } from "#model/commands/nodes.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { createMapRepository } from "#storage/map-repository.ts";
import { mark } from "#storage/map-store.ts";
import { createVersions } from "#storage/versions.ts";
import { aMap } from "./a-map.ts";
import { dumpStore, type StoreDump } from "./store-dump.ts";
import { aSession, aStore, journalStore } from "./stores.ts";

/** A dump with what its release showed of the maps, so that any later one can be held against it. */
export interface FrozenStore extends StoreDump {
  readonly expected: Readonly<Record<Id, { readonly map: JourneyMap; readonly rev: number }>>;
  /** Of the expected ones those that lie in the bin. */
  readonly bin: readonly Id[];
  /** Versions by the map: the titles that they have, the newest first; from layout 2 on. */
  readonly versions?: Readonly<Record<Id, readonly string[]>>;
  /** Steps that can be undone; from layout 2 on. */
  readonly steps?: Readonly<Record<Id, number>>;
}

/**
 * A database as this release leaves it, with rows in every store that can hold plain data: a map whose newest changes
 * lie in the journal only, some undone, a map in the bin whose time is over, versions, something in quarantine.
 */
export async function makeStore(name: string): Promise<FrozenStore> {
  let ids = 0;
  let time = Date.parse("2026-11-22T09:00:00.000Z");
  const newId = () => {
    ids += 1;
    return `made${ids}`;
  };
  const now = () => {
    time += 60_000;
    return new Date(time).toISOString();
  };
  const connection = await aStore(name);
  const { database } = connection;
  const library = createMapRepository(connection, { newId, now });
  const versions = createVersions(connection, { now });
  const file = join(import.meta.dirname, "../../data/versions/v1-every-field.dreiklang.json");
  const parsed = parseMapFile(readFileSync(file, "utf8"), { newId, now });
  if (!parsed.ok) throw new Error("the file cannot be read");
  const { map } = parsed;
  await library.create(map);
  const { editor, journal } = aSession(journalStore(connection), { map, rev: 1 }, { writer: "writer" });
  const [id = ""] = Object.keys(map.nodes);
  const type = async (title: string) => {
    editor.dispatch(changeFields(editor.store.getState().map, [id], { title }, `title:${id}`));
    await journal.settled();
  };
  for (const title of ["N", "Ne", "New", "New title"]) await type(title);
  await versions.keep(editor.store.getState().map, journal.kept().rev, "named", "Kick-off");
  await journal.checkpoint();
  for (const owner of ["it", "sales", "marketing", null] as const) {
    editor.dispatch(assignOwner(editor.store.getState().map, [id], owner));
  }
  editor.undo();
  editor.dispatch(remove(editor.store.getState().map, [Object.keys(map.nodes).at(-1) ?? ""]));
  await journal.settled();
  await versions.keep(editor.store.getState().map, journal.kept().rev, "closed");
  await library.create(aMap("binned", "Thrown away"));
  await mark(database, "binned", "2026-10-01T00:00:00.000Z");
  await database.facts.put({ key: "overdue:binned", at: Date.parse("2026-11-20T00:00:00.000Z") });
  await database.facts.put({ key: "session:killed" });
  await database.quarantine.add({ mapId: map.id, at: now(), path: "nodes/x", value: { kind: "?" } } as never);
  const present = editor.store.getState();
  library.close();
  database.close();
  return {
    ...(await dumpStore(name)),
    expected: {
      [map.id]: { map: present.map, rev: journal.kept().rev },
      binned: { map: aMap("binned", "Thrown away"), rev: 1 },
    },
    bin: ["binned"],
    versions: { [map.id]: [present.map.title, map.title] },
    steps: { [map.id]: present.past.length },
  };
}
