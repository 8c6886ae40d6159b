import { describe, expect, test } from "vitest";
import { actions } from "#app/actions/actions.ts";
import { type Language, languages } from "#i18n/languages.ts";
import { shortcutKeys } from "#ui/shell/shortcut-keys.ts";

describe("the table of actions", () => {
  test("has every id once", () => {
    const ids = actions.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test.each(["map", "library"] as const)("has every key once on the page %s", (place) => {
    const keys = actions
      .filter((action) => action.place === place || action.place === "everywhere")
      .flatMap(({ shortcuts = [], canvasKeys = [] }) => [...shortcuts, ...canvasKeys])
      .map((key) => key.toLowerCase());
    expect(keys).toEqual([...new Set(keys)]);
  });

  test.each(languages.map((language: Language) => [language.code, language] as const))(
    "has a name for each in %s",
    async (_, language) => {
      const { action: names } = (await language.load()) as { action: Record<string, string> };
      const lacking = actions.filter(({ id }) => !names[id]?.trim()).map(({ id }) => id);
      expect(lacking).toEqual([]);
    },
  );
});

describe("a shortcut", () => {
  const german = (key: string) => ({ "key.mod": "Strg", "key.shift": "Umschalt" })[key] ?? key;

  test("is written as on a German keyboard", () => {
    expect(shortcutKeys("mod+shift+z", german, false)).toEqual(["Strg", "Umschalt", "Z"]);
  });
  test("is written as on a keyboard of Apple", () => {
    expect(shortcutKeys("mod+shift+z", german, true)).toEqual(["⌘", "⇧", "Z"]);
  });
  test.each([
    ["F1", ["F1"]],
    ["?", ["?"]],
    ["-", ["-"]],
    ["ArrowUp", ["↑"]],
    ["mod+[plus]", ["Strg", "+"]],
  ])("%s", (shortcut, keys) => {
    expect(shortcutKeys(shortcut, german, false)).toEqual(keys);
  });
});
