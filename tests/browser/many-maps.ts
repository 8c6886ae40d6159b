import type { Page } from "@playwright/test";
import { contentHash } from "#model/content-hash.ts";
import { disciplines } from "#model/discipline.ts";
import type { Id, JourneyMap, Person } from "#model/journey-map.ts";
import { FORMAT_VERSION } from "#model/migrations.ts";
import { emptyMap, newMeasure, newNode, newPerson, newStage } from "#model/new-objects.ts";
import { summaryOf } from "#model/summary.ts";
import { openBesideApp } from "./raw-database.ts";

const AT = "2026-03-01T10:00:00.000Z";

const byId = <T extends { readonly id: Id }>(rows: readonly T[]) =>
  Object.fromEntries(rows.map((row) => [row.id, row]));

/** Anna is in all maps, now and then under another name with the same e-mail; in a few she has a name of her own there. */
function peopleOf(index: number): readonly Person[] {
  const anna: Person =
    index % 50 === 7
      ? newPerson("anna", "A. Brandt (Service)")
      : { ...newPerson("anna", index % 2 === 0 ? "Anna Brandt" : "Brandt, Anna"), email: "anna@example.com" };
  return [anna, newPerson("other", `Manager ${index % 20}`)];
}

/** A map of so many touchpoints; one of so many maps has the same hotline besides, of IT and of Sales in turn. */
function generatedMap(index: number, touchpoints: number, every: number): JourneyMap {
  const id = `map${String(index).padStart(3, "0")}`;
  const journey = newNode("journey", "journey", { x: 0, y: 0 }, { title: "Way", owner: "sales" });
  const nodes = Array.from({ length: touchpoints }, (_, place) =>
    newNode(
      "touchpoint",
      `t${place}`,
      { x: 260 + (place % 8) * 300, y: 20 + Math.floor(place / 8) * 120 },
      {
        title: `Contact ${place} of ${index}`,
        journeyId: "journey",
        stageId: "stage",
        owner: place % 4 === 3 ? null : (disciplines[place % 3] ?? null),
        managerId: place % 2 === 0 ? "anna" : "other",
        momentOfTruth: place === 0,
      },
    ),
  );
  // Few maps have it, so that the decision is done in a moment.
  const hotline =
    index % every === 0
      ? [
          newNode(
            "touchpoint",
            "hotline",
            { x: 260, y: 2000 },
            {
              title: index === 0 ? "Hotline" : "hotline",
              channel: "Phone",
              owner: (index / every) % 2 === 0 ? "it" : "sales",
            },
          ),
        ]
      : [];
  const measure = newMeasure("measure", {
    title: `Improve ${index}`,
    managerId: index % 3 === 0 ? null : "anna",
    dueOn: index % 5 === 0 ? "2020-05-01" : null,
    status: index % 4 === 0 ? "done" : "open",
  });
  return {
    ...emptyMap(id, `Map ${String(index).padStart(3, "0")}`, AT),
    stages: [newStage("stage", "Use")],
    people: byId(peopleOf(index)),
    nodes: byId([journey, ...nodes, ...hotline]),
    measures: byId([measure]),
  };
}

/** Puts generated maps into the store past the app, which has opened it once: importing hundreds of files takes minutes. */
export async function storeManyMaps(
  page: Page,
  count: number,
  touchpoints: number,
  address?: string,
): Promise<readonly JourneyMap[]> {
  const maps = Array.from({ length: count }, (_, index) =>
    generatedMap(index, touchpoints, Math.ceil(count / 5)),
  );
  const rows = maps.map((map) => {
    const state = { mapId: map.id, rev: 1, version: FORMAT_VERSION, hash: contentHash(map) };
    return {
      heads: { ...state, deletedAt: null },
      checkpoints: { ...state, document: map },
      summaries: summaryOf(map, null),
    };
  });
  await openBesideApp(page, address);
  await page.evaluate(
    (all) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open("dreiklang");
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const names = ["heads", "checkpoints", "summaries"] as const;
          const transaction = database.transaction(names, "readwrite");
          for (const row of all) for (const name of names) transaction.objectStore(name).put(row[name]);
          transaction.oncomplete = () => {
            database.close();
            resolve();
          };
          transaction.onerror = () => reject(transaction.error);
        };
      }),
    rows,
  );
  return maps;
}
