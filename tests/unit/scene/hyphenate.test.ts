import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breaksOf } from "#scene/hyphenate.ts";
import { softlyHyphenated, withSoftHyphens } from "#scene/text.ts";

/** The word with "|" between the words of a compound and "-" between its other syllables. */
function shown(word: string): string {
  return breaksOf(word).reduceRight(
    (text, { at, isSeam }) => `${text.slice(0, at)}${isSeam ? "|" : "-"}${text.slice(at)}`,
    word,
  );
}

test.each([
  "Bedürf-nis|er-ken-nung",
  "Pro-duk-tions|lei-te-rin",
  "Auf-trags|be-stä-ti-gung",
  "Ver-si-che-rungs|an-trag",
  "Ver-triebs|mit-ar-bei-ter",
  "Ver-triebs|in-nen-dienst",
  "Inbe-trieb|nahme",
  "Instand|hal-ter",
  "Fräs|ma-schine",
  "Lie-fe-ran-ten|por-tal",
  "Refe-renz|be-such",
  "Daten|schutz|grund|ver-ord-nung",
  "Orga-ni-sa-tions|ent-wick-lung",
  "Ange-bots|er-stel-lung",
  "Haupt|an-sprech|part-ne-rin",
  "Mar-ke-ting|au-to-ma-ti-sie-rung",
])("breaks %s", (word) => expect(shown(word.replace(/[|-]/g, ""))).toBe(word));

describe("does not mistake the end of one word for another word", () => {
  test.each([
    ["Reisebegleiter", "beg-leiter"],
    ["Lichtschalter", "Lichtsc-halter"],
    ["Bestellung", "Bes-tellung"],
    ["möglicherweise", "mö-glich"],
    ["Schreibtisch", "Sch-reib"],
    ["Verantwortung", "Ve-rant"],
    ["Kundenzufriedenheit", "Kunde-nzu"],
  ])("%s", (word, wrong) => expect(shown(word).replaceAll("|", "-")).not.toContain(wrong));
});

test("leaves no part of less than three letters, and none for words that nobody reads", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zäöüß]{1,70}$/u), (word) => {
      const places = breaksOf(word).map(({ at }) => at);
      expect(places).toEqual([...new Set(places)].sort((one, other) => one - other));
      for (const at of places) {
        expect(at).toBeGreaterThanOrEqual(3);
        expect(word.length - at).toBeGreaterThanOrEqual(3);
      }
      if (word.length > 60) expect(places).toEqual([]);
    }),
  );
});

test("soft hyphens stand in long words only and change no letter", () => {
  expect(withSoftHyphens("Nutzung & Empfehlung")).toBe("Nutzung & Empfehlung");
  expect(withSoftHyphens("Inbetriebnahme")).toBe("Inbe\u00adtrieb\u00adnahme");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
      const bare = (value: string) => value.replaceAll("\u00ad", "");
      expect(bare(withSoftHyphens(text))).toBe(bare(text));
    }),
  );
});

test("short words may be broken where nothing else helps, and are told apart from long ones", () => {
  const pieces = softlyHyphenated("Kauf & Vergleich bei Inbetriebnahme");
  expect(pieces.filter(({ isShort }) => isShort)).toEqual([
    { bare: "Vergleich", hyphenated: "Ver\u00adgleich", isShort: true },
  ]);
  expect(pieces.map(({ bare }) => bare).join("")).toBe("Kauf & Vergleich bei Inbetriebnahme");
});
