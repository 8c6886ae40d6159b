import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contentHash } from "#model/content-hash.ts";
import type { JourneyMap, MapNode } from "#model/journey-map.ts";
import { createMapRepository } from "#storage/map-repository.ts";
import { restoreHistory } from "#storage/restore-history.ts";
import { aMap } from "./a-map.ts";
import type { FrozenStore } from "./make-store.ts";
import { loadStore } from "./store-dump.ts";
import { aStore, LATER } from "./stores.ts";

const map = aMap();
const withTouchpoint = (values: object): JourneyMap => {
  const { evidenceSource: _, ...older } = map.nodes.t2 as unknown as Record<string, unknown>;
  return { ...map, nodes: { ...map.nodes, t2: { ...older, ...values } as unknown as MapNode } };
};

test("a field that a document gained when it was read does not change its check sum until it says something", () => {
  expect(contentHash(withTouchpoint({ evidenceSource: "" }))).toBe(contentHash(withTouchpoint({})));
  expect(contentHash(withTouchpoint({ evidenceSource: "8 interviews" }))).not.toBe(
    contentHash(withTouchpoint({})),
  );
});

test("a map of before the field is changed, closed and opened, and neither a change nor a step is lost", async () => {
  const dump: FrozenStore = JSON.parse(
    readFileSync(join(import.meta.dirname, "../../data/stores/v2.json"), "utf8"),
  );
  expect(JSON.stringify(dump)).not.toContain("evidenceSource");
  const [id = ""] = Object.keys(dump.steps ?? {}).filter((key) => !dump.bin.includes(key));
  const name = `younger-${Math.random()}`;
  await loadStore(name, dump);
  const connection = await aStore(name);
  const library = createMapRepository(connection, { newId: () => "new", now: () => LATER });
  await library.rename(id, "Renamed by the newer release");
  const opened = await library.open(id);
  if ("problem" in opened) throw new Error(opened.problem);
  expect(opened).toMatchObject({ damage: [], map: { title: "Renamed by the newer release" } });
  const { past } = restoreHistory(opened.map, opened.entries);
  for (const { before } of past)
    for (const node of Object.values(before.nodes))
      if (node.kind === "touchpoint") expect(node.evidenceSource).toBe("");
  // Renaming comes from the library and ends what can be undone; that nothing fits no longer is told by the damage.
  expect(opened.entries.length).toBeGreaterThan(1);
  library.close();
  connection.database.close();
});
