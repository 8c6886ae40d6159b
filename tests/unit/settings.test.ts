import { describe, expect, test } from "vitest";
import { parseViewport } from "#app/remembered-viewport.ts";
import { browserStorage, createSettings, parseSettings } from "#app/settings.ts";
import { preferredLanguage } from "#i18n/preferred-language.ts";

const defaults = { theme: "dark", language: "de" } as const;
const initial = parseSettings(null, defaults);

describe("settings", () => {
  test("begin with what the browser says", () => {
    expect(initial).toMatchObject({ theme: "dark", language: "de", isAuditOpen: true });
  });

  test.each(["", "{", "null", "[]", "7", '{"theme":"pink","language":7,"librarySort":null}'])(
    "whatever is kept (%s), there are settings",
    (text) => {
      expect(parseSettings(text, defaults)).toEqual(initial);
    },
  );

  test("keep what is sound beside what is not", () => {
    const text = JSON.stringify({ theme: "projector", language: "xx", isAuditOpen: false });
    expect(parseSettings(text, defaults)).toEqual({ ...initial, theme: "projector", isAuditOpen: false });
  });

  test("are kept and found again", () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
    };
    createSettings(storage, defaults).setState({ language: "de-CH" });
    expect(createSettings(storage, defaults).getState()).toEqual({ ...initial, language: "de-CH" });
  });

  test("work where the browser forbids even to name its store", () => {
    const page = {
      get localStorage(): Storage {
        throw new DOMException("no", "SecurityError");
      },
    };
    const settings = createSettings(browserStorage(page), defaults);
    settings.setState({ language: "en" });
    expect(settings.getState()).toEqual({ ...initial, language: "en" });
  });

  test("work where the browser forbids to keep anything", () => {
    const refuse = () => {
      throw new DOMException("no", "SecurityError");
    };
    const settings = createSettings({ getItem: refuse, setItem: refuse }, defaults);
    settings.setState({ theme: "light" });
    expect(settings.getState().theme).toBe("light");
  });
});

describe("the remembered view", () => {
  test("is found again", () => {
    expect(parseViewport('{"x":-5,"y":2.5,"zoom":0.5}')).toEqual({ x: -5, y: 2.5, zoom: 0.5 });
  });
  test.each([null, "", "{}", '{"x":1,"y":2}', '{"x":1,"y":2,"zoom":0}', '{"x":1e999,"y":2,"zoom":1}'])(
    "%s is none",
    (text) => {
      expect(parseViewport(text)).toBeNull();
    },
  );
});

describe("the language", () => {
  test.each([
    [["de-DE", "en"], "de"],
    [["de-CH", "de"], "de-CH"],
    [["DE-ch"], "de-CH"],
    [["fr-CH", "de-AT"], "de"],
    [["en-GB"], "en"],
    [["fr"], "en"],
    [[], "en"],
  ] as const)("for %j is %s", (wanted, code) => {
    expect(preferredLanguage(wanted)).toBe(code);
  });
});
