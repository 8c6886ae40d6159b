import { describe, expect, test } from "vitest";
import { adaptTexts } from "#i18n/i18n.ts";
import { type Language, languages } from "#i18n/languages.ts";

/** Every text of a catalogue by its whole key. */
function textsOf(catalogue: object, prefix = ""): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "object" && value !== null
      ? textsOf(value, `${prefix}${key}.`)
      : [[`${prefix}${key}`, String(value)] as [string, string]],
  );
}

const variablesOf = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();
const english = new Map(textsOf(await languages[0].load()));

describe.each(languages.map((language: Language) => [language.code, language] as const))(
  "%s",
  (_, language) => {
    test("has the same texts as English, none empty", async () => {
      const texts = new Map(textsOf(await language.load()));
      expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
      expect([...texts].filter(([key, text]) => text === "" && english.get(key) !== "")).toEqual([]);
    });

    test("fills in the same values as English", async () => {
      const differing = textsOf(await language.load()).filter(
        ([key, text]) => variablesOf(text).join() !== variablesOf(english.get(key) ?? "").join(),
      );
      expect(differing).toEqual([]);
    });
  },
);

test("Swiss readers see no sharp s", async () => {
  const swiss: Language | undefined = languages.find(({ code }) => code === "de-CH");
  if (!swiss) throw new Error("no Swiss German");
  expect(JSON.stringify(await swiss.load())).toContain("ß");
  expect(JSON.stringify(adaptTexts(await swiss.load(), swiss.adapt))).not.toContain("ß");
});

test("German is set with its own quotes, dashes and ellipses", async () => {
  const german: Language | undefined = languages.find(({ code }) => code === "de");
  const texts = textsOf((await german?.load()) ?? {});
  expect(texts.length).toBeGreaterThan(1000);
  expect(texts.filter(([, text]) => /["”—]|\.\.\.| - |\d %/u.test(text))).toEqual([]);
  const opened = (text: string) => text.split("„").length;
  const closed = (text: string) => text.split("“").length;
  const uneven = texts.filter(
    ([key, text]) => !key.startsWith("scene.quote") && opened(text) !== closed(text),
  );
  expect(uneven).toEqual([]);
});
