import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createTexts, type TextOf } from "#i18n/i18n.ts";
import { auditOf } from "#model/audit/audit.ts";
import { changeCells } from "#model/commands/cells.ts";
import { applyCommand } from "#model/commands/command.ts";
import { fieldsOf } from "#model/fields.ts";
import type { JourneyMap, MapNode } from "#model/journey-map.ts";
import { type CellReading, cellText, readCell } from "#ui/table/cell-kinds.ts";
import { allColumns, columnsNamed, usualColumns } from "#ui/table/columns.ts";
import { rangeOf, selectionAfter, single } from "#ui/table/grid-selection.ts";
import { fillDown, fillRange, pasteInto } from "#ui/table/table-edits.ts";
import { noFilter, shownRows, valuesOf } from "#ui/table/table-rows.ts";
import { aMap, LATER, sampleMap } from "../../builders.ts";

const texts = new Map<string, TextOf>();

beforeAll(async () => {
  const catalogues = { en: (await import("#i18n/en.ts")).en, de: (await import("#i18n/de.ts")).de };
  for (const [code, catalogue] of Object.entries(catalogues)) {
    const i18n = createTexts();
    i18n.addResourceBundle(code, "translation", catalogue);
    await i18n.changeLanguage(code);
    texts.set(code, i18n.t as unknown as TextOf);
  }
});

const textOf = (language: string): TextOf => {
  const t = texts.get(language);
  if (!t) throw new Error(`no texts in ${language}`);
  return t;
};

function readingOf(map: JourneyMap, language = "en"): CellReading {
  const personNamed = (name: string) =>
    Object.values(map.people).find((one) => one.name === name)?.id ?? "new";
  return { t: textOf(language), language, map, personNamed };
}

function tableOf(map: JourneyMap, names: readonly string[] | null = null, rows = Object.values(map.nodes)) {
  let count = 0;
  const words = { ...readingOf(map), findings: auditOf(map, "2026-10-15").findingsByNode };
  const newId = () => {
    count += 1;
    return `new${count}`;
  };
  return { words, rows, columns: columnsNamed(names), newId };
}

const cells = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });

describe("cells", () => {
  it.each(["de", "en"])("of every field say what can be typed into them: %s", (language) => {
    const map = sampleMap();
    const nodes = Object.values(map.nodes);
    for (const node of nodes)
      for (const { name } of allColumns.filter(({ isField }) => isField)) {
        const text = cellText(readingOf(map, language), node, name);
        if (text === null) continue;
        expect(readCell(readingOf(map, language), node, name, text)).toBe("same");
        const value = (node as unknown as Record<string, unknown>)[name];
        // Into another node of its kind, which has something else there.
        const other = { ...node, [name]: fieldsOf(node.kind)[name]?.initial } as MapNode;
        const result = readCell(readingOf(map, language), other, name, text);
        expect(result, `${name} ${text}`).toEqual(
          cellText(readingOf(map, language), other, name) === text ? "same" : { value },
        );
      }
  });

  it.each([
    ["owner", "vertrieb", "sales"],
    ["owner", "V", "sales"],
    ["owner", "", null],
    ["momentOfTruth", "x", true],
    ["momentOfTruth", "Nein", false],
    ["customerRating", "+2", 2],
    ["customerRating", "−1", -1],
    ["expectedResponse", "2", 120],
    ["expectedResponse", "1,5 Tage", 2160],
    ["expectedResponse", "30min", 30],
    ["expectedResponse", "1 Tag", 1440],
    ["systems", "CRM\n ERP ", ["CRM", "ERP"]],
    ["disappointments", "zu spät (Unternehmen)", [{ text: "zu spät", burden: "company" }]],
    ["title", "eine\nZeile", "eine Zeile"],
    ["description", "zwei\nZeilen", "zwei\nZeilen"],
  ])("of %s take %j", (name, text, value) => {
    const map = aMap()
      .withJourney()
      .withTouchpoint({ momentOfTruth: name === "momentOfTruth" && value === false })
      .build();
    const touchpoint = { ...map.nodes.touchpoint1, owner: "it" } as MapNode;
    expect(readCell(readingOf(map, "de"), touchpoint, name, text)).toEqual({ value });
  });

  it.each([
    ["owner", "Finance"],
    ["customerRating", "3"],
    ["customerRating", "good"],
    ["journeyId", "A journey nobody knows"],
    ["stageId", "Nowhere"],
    ["expectedResponse", "soon"],
    ["expectedResponse", "-1 h"],
    ["expectedResponse", "1.000 min"],
    ["expectedResponse", "1,000 h"],
    ["segment", "no field of a touchpoint", "noField"],
    ["evidence", " ", "neverEmpty"],
  ])("of %s refuse %j", (name, text, why = "noValue") => {
    const map = aMap().withJourney().withTouchpoint().build();
    expect(readCell(readingOf(map), map.nodes.touchpoint1 as MapNode, name, text)).toBe(why);
  });

  it("keep two people of the same name apart when they are pasted back", () => {
    const map = aMap()
      .withPerson({ name: "Anna" })
      .withPerson({ name: "Anna" })
      .withTouchpoint({ managerId: "person2" })
      .build();
    expect(readCell(readingOf(map), map.nodes.touchpoint1 as MapNode, "managerId", "Anna")).toBe("same");
  });
});

describe("columns", () => {
  it("come from the table of fields, each once, and the usual ones are among them", () => {
    const names = allColumns.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain("informationNeeds");
    expect(names).toContain("systems");
    expect(names).not.toContain("height");
    for (const name of usualColumns) expect(names).toContain(name);
  });

  it("that nobody knows any more are left out; without any the usual ones are shown", () => {
    expect(columnsNamed(["owner", "gone", "title"]).map(({ name }) => name)).toEqual(["owner", "title"]);
    expect(columnsNamed(["gone"])).toEqual(columnsNamed(null));
    expect(columnsNamed([])).toEqual(columnsNamed(null));
  });
});

describe("rows", () => {
  const wordsOf = (map: JourneyMap) => tableOf(map).words;
  const map = () =>
    aMap()
      .withStage({ name: "Later" })
      .withStage({ name: "Earlier" })
      .withPerson({ name: "Anna" })
      .withJourney({ title: "B" })
      .withTouchpoint({ title: "a10", channel: "Web", owner: "it", customerRating: -1 })
      .withTouchpoint({
        title: "a9",
        channel: "Mail",
        managerId: "person1",
        stageId: "stage1",
        customerRating: 2,
      })
      .withNote()
      .build();

  it("are in the reading order of the map, or sorted as people count, what is empty last either way", () => {
    const by = (name: string, isDescending = false) =>
      shownRows(wordsOf(map()), columnsNamed(null), noFilter, { by: name, isDescending });
    expect(by("title")).toEqual(["touchpoint2", "touchpoint1", "journey1", "note1"]);
    expect(by("title", true)).toEqual(["note1", "journey1", "touchpoint1", "touchpoint2"]);
    expect(by("channel").slice(0, 2)).toEqual(["touchpoint2", "touchpoint1"]);
    expect(by("channel", true).slice(0, 2)).toEqual(["touchpoint1", "touchpoint2"]);
    expect(by("customerRating", true).slice(0, 2)).toEqual(["touchpoint2", "touchpoint1"]);
    // Stages by their place on the map, and not by their name.
    expect(by("stageId").slice(0, 2)).toEqual(["touchpoint2", "touchpoint1"]);
  });

  it("pass several filters at once; a kind that has no such field does not lack it", () => {
    const shown = (values: Record<string, readonly string[]>, search = "") =>
      shownRows(wordsOf(map()), columnsNamed(null), { ...noFilter, search, values }, null);
    expect(shown({ managerId: [""] })).toEqual(expect.arrayContaining(["touchpoint1", "journey1"]));
    expect(shown({ channel: [""] })).toEqual([]);
    expect(shown({ channel: ["Web", "Mail"], managerId: ["Anna"] })).toEqual(["touchpoint2"]);
    const gaps = shownRows(
      wordsOf(map()),
      columnsNamed(null),
      { ...noFilter, quick: ["noOwner", "touchpoints"] },
      null,
    );
    expect(gaps).toEqual(["touchpoint2"]);
    expect(shown({}, "WEB it")).toEqual(["touchpoint1"]);
    expect(shown({}, "web anna")).toEqual([]);
  });

  it("have values to filter by, the most frequent first, nothing at the end", () => {
    const values = valuesOf(wordsOf(sampleMap()), "owner");
    expect(values.at(-1)?.text).toBe("");
    expect(values[0]?.count).toBeGreaterThanOrEqual(values[1]?.count ?? 0);
  });
});

describe("changes of many cells", () => {
  it("are one step: an owner for all that have one", () => {
    const before = sampleMap();
    const table = tableOf(before, ["title", "owner"]);
    const { changes, people, refused } = fillRange(table, cells(0, 1, table.rows.length - 1, 1), "IT");
    expect(refused).toEqual([]);
    const after = applyCommand(before, changeCells(before, changes, people), LATER);
    expect(Object.values(after.nodes).every((node) => node.owner === "it")).toBe(true);
    expect(changes.length).toBe(Object.values(before.nodes).filter(({ owner }) => owner !== "it").length);
  });

  it("bring people along whom nobody knows yet, each once", () => {
    const map = aMap()
      .withPerson({ name: "Anna" })
      .withTouchpoint()
      .withTouchpoint()
      .withTouchpoint()
      .build();
    const table = tableOf(map, ["managerId"]);
    const edit = pasteInto(table, cells(0, 0), [["Bert"], ["anna"], ["bert"]]);
    expect(edit.people).toMatchObject([{ name: "Bert" }]);
    const after = applyCommand(map, changeCells(map, edit.changes, edit.people), LATER);
    const names = Object.values(after.nodes).map(({ managerId }) => after.people[managerId ?? ""]?.name);
    expect(names).toEqual(["Bert", "Anna", "Bert"]);
  });

  it("leave a node to whoever answers for it where two people are called so, and else take the first", () => {
    const map = aMap()
      .withPerson({ name: "Anna" })
      .withPerson({ name: "Anna" })
      .withPerson({ name: "Bert" })
      .withTouchpoint({ managerId: "person2" })
      .withTouchpoint()
      .withTouchpoint({ managerId: "person3" })
      .build();
    const edit = pasteInto(tableOf(map, ["managerId"]), cells(0, 0), [["anna"], ["Anna"], ["ANNA"]]);
    expect(edit.people).toEqual([]);
    const after = applyCommand(map, changeCells(map, edit.changes, edit.people), LATER);
    const managers = ["touchpoint1", "touchpoint2", "touchpoint3"].map((id) => after.nodes[id]?.managerId);
    expect(managers).toEqual(["person2", "person1", "person1"]);
  });

  it.each(["en", "de"])("mean nobody by what the program writes where nobody is: %s", (language) => {
    const map = aMap()
      .withPerson({ name: "Anna" })
      .withTouchpoint({ managerId: "person1", owner: "it" })
      .withTouchpoint({ managerId: "person1", owner: "it" })
      .withTouchpoint({ managerId: "person1", owner: "it" })
      .withTouchpoint()
      .build();
    const table = tableOf(map, ["managerId", "owner"]);
    const words = { ...table.words, language, t: textOf(language) };
    const written = [
      words.t("details.nobody"),
      words.t("scene.nobody"),
      words.t("plan.nobody"),
      words.t("audit.noManager"),
      words.t("raci.nobody"),
      ...["Nobody", " niemand "],
    ];
    for (const text of written) {
      const edit = pasteInto({ ...table, words }, cells(0, 0), Array(4).fill([text, text]));
      expect(edit.people).toEqual([]);
      expect(edit.refused).toEqual([]);
      expect(edit.changes.map(({ value }) => value)).toEqual(Array(6).fill(null));
    }
  });

  it("mean whoever is called so in earnest, and who has no name by 'Untitled'", () => {
    const map = aMap()
      .withPerson({ name: "Niemand" })
      .withPerson({ name: " " })
      .withTouchpoint()
      .withTouchpoint()
      .withTouchpoint()
      .build();
    const table = tableOf(map, ["managerId"]);
    const texts = [["Niemand"], ["Untitled"], ["ohne Titel"]];
    const edit = pasteInto(table, cells(0, 0), texts);
    expect(edit.people).toEqual([]);
    expect(edit.changes.map(({ value }) => value)).toEqual(["person1", "person2", "person2"]);
    const named = aMap().withPerson({ name: "Anna" }).withTouchpoint().build();
    expect(pasteInto(tableOf(named, ["managerId"]), cells(0, 0), [["Untitled"]])).toMatchObject({
      people: [],
      changes: [],
      refused: [{ row: 0, text: "Untitled", reason: "noValue" }],
    });
  });

  it("move cards to the stage that was pasted for them", () => {
    const map = aMap()
      .withStage({ name: "One" })
      .withStage({ name: "Two" })
      .withJourney()
      .withTouchpoint()
      .build();
    const edit = pasteInto(tableOf(map, ["stageId"]), cells(1, 0), [["One"]]);
    const after = applyCommand(map, changeCells(map, edit.changes), LATER);
    expect(after.nodes.touchpoint1).toMatchObject({ stageId: "stage1" });
    expect(after.nodes.touchpoint1?.position.x).toBeLessThan(map.nodes.touchpoint1?.position.x ?? 0);
  });

  it("tell what no cell could take, and what had no cell", () => {
    const map = aMap().withTouchpoint().withTouchpoint().build();
    const edit = pasteInto(tableOf(map, ["owner", "customerRating"]), cells(1, 0), [
      ["Finance", "7", "x"],
      ["IT", "1", ""],
    ]);
    expect(edit.refused).toMatchObject([
      { row: 1, column: { name: "owner" }, text: "Finance", reason: "noValue" },
      { row: 1, column: { name: "customerRating" }, text: "7", reason: "noValue" },
    ]);
    expect(edit.outside).toBe(3);
    expect(edit.changes).toEqual([]);
  });

  it("fill down what stands in a cell, and not what it is called", () => {
    const map = aMap()
      .withPerson({ name: "Anna" })
      .withPerson({ name: "Anna" })
      .withStage({ name: "Twice" })
      .withStage({ name: "Twice" })
      .withJourney()
      .withTouchpoint({ managerId: "person1", stageId: "stage2" })
      .withTouchpoint({ stageId: "stage1" })
      .withNote()
      .build();
    const rows = ["touchpoint1", "touchpoint2", "note1"].map((id) => map.nodes[id] as MapNode);
    const { changes, people } = fillDown(
      tableOf(map, ["managerId", "stageId", "kind"], rows),
      cells(0, 0, 2, 2),
    );
    expect(people).toEqual([]);
    expect(changes).toEqual([
      { nodeId: "touchpoint2", field: "managerId", value: "person1" },
      { nodeId: "note1", field: "managerId", value: "person1" },
      { nodeId: "touchpoint2", field: "stageId", value: "stage2" },
    ]);
  });

  it("repeat copied rows in a range of which they are a part", () => {
    const map = aMap().withTouchpoint().withTouchpoint().withTouchpoint().withTouchpoint().build();
    const edit = pasteInto(tableOf(map, ["channel"]), cells(0, 0, 3, 0), [["Web"], ["Mail"]]);
    expect(edit.changes.map(({ value }) => value)).toEqual(["Web", "Mail", "Web", "Mail"]);
  });

  it("repeat copied columns too", () => {
    const map = aMap().withTouchpoint().withTouchpoint().build();
    const edit = pasteInto(tableOf(map, ["title", "channel"]), cells(0, 0, 1, 1), [["Web"], ["Mail"]]);
    expect(edit.changes.map(({ value }) => value)).toEqual(["Web", "Web", "Mail", "Mail"]);
  });

  it("make one person of names that look alike", () => {
    const map = aMap().withTouchpoint().withTouchpoint().build();
    const { people } = pasteInto(tableOf(map, ["managerId"]), cells(0, 0, 1, 0), [
      ["Eva Kern"],
      ["Eva  Kern "],
    ]);
    expect(people.map(({ name }) => name)).toEqual(["Eva Kern"]);
  });

  it("refuse what is longer than a file may have it", () => {
    const map = aMap().withTouchpoint().build();
    const edit = pasteInto(tableOf(map, ["title", "description"]), cells(0, 0, 0, 1), [
      ["x".repeat(10_001), "x".repeat(10_001)],
    ]);
    expect(edit.refused.map(({ reason }) => reason)).toEqual(["tooLong"]);
    expect(edit.changes.map(({ field }) => field)).toEqual(["description"]);
  });

  it("are none when a copied table is pasted back", () => {
    const map = sampleMap();
    const names = allColumns.map(({ name }) => name);
    const table = tableOf(map, names);
    const copied = table.rows.map((node) => names.map((name) => cellText(table.words, node, name) ?? ""));
    const { changes, refused } = pasteInto(table, cells(0, 0), copied);
    expect(changes).toEqual([]);
    expect(refused).toEqual([]);
  });
});

describe("moving in the grid", () => {
  const size = { rows: 5, columns: 3, page: 2 };
  const press = (from: { row: number; column: number }, key: string, more = {}) =>
    selectionAfter(single(from), { key, shiftKey: false, isFar: false, ...more }, size);

  it.each([
    ["ArrowDown", {}, { row: 3, column: 1 }],
    ["ArrowUp", {}, { row: 1, column: 1 }],
    ["ArrowRight", { isFar: true }, { row: 2, column: 2 }],
    ["Home", {}, { row: 2, column: 0 }],
    ["End", { isFar: true }, { row: 4, column: 2 }],
    ["PageDown", {}, { row: 4, column: 1 }],
    ["Tab", {}, { row: 2, column: 2 }],
    ["Tab", { shiftKey: true }, { row: 2, column: 0 }],
  ])("%s %j", (key, more, place) => {
    expect(press({ row: 2, column: 1 }, key, more)).toEqual(single(place));
  });

  it("goes on in the next row after the last cell of one, and stays at the ends", () => {
    expect(press({ row: 0, column: 2 }, "Tab")).toEqual(single({ row: 1, column: 0 }));
    expect(press({ row: 4, column: 2 }, "ArrowDown")).toEqual(single({ row: 4, column: 2 }));
  });

  it("selects with Shift, rows, columns and all", () => {
    const at = { row: 2, column: 1 };
    const range = (key: string, more: object) => {
      const after = press(at, key, more);
      return after && rangeOf(after);
    };
    expect(range("ArrowUp", { shiftKey: true })).toEqual(cells(1, 1, 2, 1));
    expect(range(" ", { shiftKey: true })).toEqual(cells(2, 0, 2, 2));
    expect(range(" ", { isFar: true })).toEqual(cells(0, 1, 4, 1));
    expect(range("a", { isFar: true })).toEqual(cells(0, 0, 4, 2));
    expect(press(at, "x")).toBeNull();
  });

  it("never leaves the table", () => {
    const key = fc.constantFrom(
      "ArrowUp",
      "ArrowDown",
      "ArrowLeft",
      "ArrowRight",
      "Home",
      "End",
      "PageUp",
      "PageDown",
      "Tab",
      " ",
      "a",
    );
    fc.assert(
      fc.property(fc.array(fc.record({ key, shiftKey: fc.boolean(), isFar: fc.boolean() })), (keys) => {
        let selection = single({ row: 0, column: 0 });
        for (const pressed of keys) selection = selectionAfter(selection, pressed, size) ?? selection;
        const { top, left, bottom, right } = rangeOf(selection);
        expect(top >= 0 && left >= 0 && bottom < size.rows && right < size.columns).toBe(true);
      }),
    );
  });
});
