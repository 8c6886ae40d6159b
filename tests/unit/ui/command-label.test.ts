import { beforeAll, describe, expect, it } from "vitest";
import { command } from "#i18n/en/command.ts";
import { createTexts, type TextOf } from "#i18n/i18n.ts";
import type { CommandKey, CommandLabel } from "#model/commands/command.ts";
import { labelText, shortened } from "#ui/command-label.ts";

const languages = ["en", "de"] as const;
const texts: Record<string, TextOf> = {};

beforeAll(async () => {
  const catalogues = {
    en: (await import("#i18n/en.ts")).en,
    de: (await import("#i18n/de.ts")).de,
  };
  for (const language of languages) {
    const i18n = createTexts();
    i18n.addResourceBundle(language, "translation", catalogues[language]);
    await i18n.changeLanguage(language);
    texts[language] = i18n.t as unknown as TextOf;
  }
});

function inBoth(label: CommandLabel): readonly string[] {
  return languages.map((language) => {
    const t = texts[language];
    if (!t) throw new Error(`no texts in ${language}`);
    return labelText(t, label);
  });
}

describe("what a step is called", () => {
  it.each<[CommandLabel, string, string]>([
    [{ key: "move", thing: "touchpoint", count: 3 }, "move 3 touchpoints", "3 Touchpoints verschieben"],
    [{ key: "move", thing: "node", count: 1 }, "move 1 node", "1 Knoten verschieben"],
    [{ key: "remove", thing: "persona", count: 1, name: "Petra" }, "remove “Petra”", "„Petra“ löschen"],
    [{ key: "add", thing: "note", count: 1, name: " " }, "add 1 note", "1 Notiz hinzufügen"],
    [
      { key: "convert", thing: "journey", count: 1, name: "Idea" },
      "turn “Idea” into a journey",
      "„Idea“ in eine Journey umwandeln",
    ],
    [{ key: "addStage", name: "" }, "add stage without a name", "Phase ohne Namen hinzufügen"],
    [{ key: "tidyUp" }, "tidy up", "Aufräumen"],
    [
      { key: "changeField", field: "channel", thing: "touchpoint", count: 2 },
      "change “Channel” of 2 touchpoints",
      "„Kanal“ ändern: 2 Touchpoints",
    ],
  ])("%o", (label, english, german) => {
    expect(inBoth(label)).toEqual([english, german]);
  });

  it.each(Object.keys(command).filter((key) => !["kind", "quoted", "unnamed"].includes(key)))(
    "%s leaves no gap in any language",
    (key) => {
      const label = {
        key: key as CommandKey,
        thing: "note",
        count: 2,
        name: "Fair",
        field: "title",
      } as const;
      for (const text of inBoth(label)) expect(text).not.toMatch(/\{\{|\}\}|^\s|\s$|command\.|things\./u);
    },
  );

  it("shows a title as it is, markup and placeholders included", () => {
    expect(inBoth({ key: "remove", thing: "note", count: 1, name: "<b>$t(kind.note) {{x}}</b>" })[0]).toBe(
      "remove “<b>$t(kind.note) {{x}}</b>”",
    );
  });
});

describe("a shortened title", () => {
  it("counts characters as a reader does", () => {
    const family = "👨‍👩‍👧‍👦";
    expect(shortened(family.repeat(40))).toBe(family.repeat(40));
    expect(shortened(family.repeat(41))).toBe(`${family.repeat(39)}…`);
    expect(shortened("a\n  b")).toBe("a b");
  });

  it("F77 needs no more than a look at a text without an end", () => {
    expect(shortened("x".repeat(1_000_000))).toBe(`${"x".repeat(39)}…`);
  });
});
