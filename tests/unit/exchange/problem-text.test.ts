import { createInstance } from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { errorKeys, type Problem, repairKeys } from "#exchange/problem.ts";
import { adaptTexts, type TextOf } from "#i18n/i18n.ts";
import { type Language, type LanguageCode, languages } from "#i18n/languages.ts";
import { collections, rowFields } from "#model/schema.ts";
import { problemText } from "#ui/exchange/problem-text.ts";

const rating: Problem = {
  key: "outOfRange",
  params: {
    ...{ kind: "touchpoint", title: "Hotline", id: "t30", field: "customerRating" },
    ...{ value: "9", minimum: -2, maximum: 2 },
  },
  path: "map.nodes[3].customerRating",
};

async function textsIn(code: LanguageCode): Promise<TextOf> {
  const language: Language | undefined = languages.find((entry) => entry.code === code);
  const translation = adaptTexts((await language?.load()) ?? {}, language?.adapt);
  const i18n = createInstance();
  await i18n.init({
    lng: code,
    resources: { [code]: { translation } },
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  return i18n.t as unknown as TextOf;
}

/** Everything that any sentence may name. */
const params = {
  ...{ kind: "node", title: "T", id: "i", field: "title", value: "v", minimum: 1, maximum: 2, allowed: "a" },
  ...{ expected: "int", target: "person", newId: "n", kept: 3, x: 1, y: 2, other: "o", line: 1, column: 2 },
  ...{ megabytes: 1, levels: 2, name: "PNG", version: 2, supported: 1, items: 3, most: 2 },
  ...{ width: 1, height: 2, scale: 3, largest: 1, values: 4, nodes: 5, characters: 6, length: 7 },
};

describe.each(languages.map(({ code }) => code))("the sentences in %s", (code) => {
  let t: TextOf = () => "";
  beforeAll(async () => {
    t = await textsIn(code);
  });

  it.each([...errorKeys, ...repairKeys])("tell %s with all that it names", (key) => {
    const sentence = problemText(t, { key, params, path: "" });
    expect(sentence).not.toContain("{{");
    expect(sentence).not.toContain("problem.");
    expect(sentence.length).toBeGreaterThan(10);
  });

  it("name every kind and every field", () => {
    for (const [kind, fields] of Object.entries(rowFields)) {
      for (const field of ["id", ...Object.keys(fields), ...Object.keys(collections)]) {
        const sentence = problemText(t, {
          key: "missing",
          params: { kind, title: "", id: "", field },
          path: "",
        });
        expect(sentence).not.toContain("problem.");
        const shown = sentence.split(": ")[1] ?? "";
        // A field that has a text of its own is never called by its name in the code.
        if (/[A-Z]/.test(field)) expect(shown).not.toContain(field);
      }
    }
  });
});

describe("a sentence", () => {
  it.each([
    ["en", "touchpoint 'Hotline' (t30): Customers' rating 9 is not between -2 and 2"],
    ["de", "Touchpoint „Hotline“ (t30): Kundenbewertung 9 liegt nicht zwischen -2 und 2"],
  ] as const)("says in %s which object, what and where", async (code, sentence) => {
    expect(problemText(await textsIn(code), rating)).toBe(sentence);
  });

  it.each([
    ["en", "it holds 100,000 nodes; at most 5,000"],
    ["de", "Sie enthält 100.000 Knoten; höchstens 5.000"],
  ] as const)("writes large numbers as in %s", async (code, part) => {
    const tooMany: Problem = {
      key: "tooManyNodes",
      params: { items: 100_000, most: 5000 },
      path: "map.nodes",
    };
    expect(problemText(await textsIn(code), tooMany)).toContain(part);
  });

  it("takes what stands in a file for text alone", async () => {
    const title = "$t(common.cancel) <b>";
    const sentence = problemText(await textsIn("en"), { ...rating, params: { ...rating.params, title } });
    expect(sentence).toContain("'$t(common.cancel) <b>'");
  });
});
