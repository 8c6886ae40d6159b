/** One language of the interface. */
export interface Language {
  /** BCP 47; also the value of `<html lang>` and what dates and numbers are written by. */
  readonly code: string;
  /** In the language itself. */
  readonly name: string;
  /** The catalogue, loaded on use. */
  load(): Promise<object>;
  /** What is done to every text of the catalogue. */
  readonly adapt?: (text: string) => string;
}

/** The table of languages: one entry adds a language to the menu, the start-up and the tests. */
export const languages = [
  { code: "en", name: "English", load: async () => (await import("./en.ts")).en },
  { code: "de", name: "Deutsch", load: async () => (await import("./de.ts")).de },
  {
    code: "de-CH",
    name: "Deutsch (Schweiz)",
    load: async () => (await import("./de.ts")).de,
    adapt: (text: string) => text.replaceAll("ß", "ss"),
  },
] as const satisfies readonly Language[];

export type LanguageCode = (typeof languages)[number]["code"];
