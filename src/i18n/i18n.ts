import { createInstance, type i18n as I18n } from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";
import type { en } from "./en.ts";
import { type Language, type LanguageCode, languages } from "./languages.ts";

declare module "i18next" {
  // Keys and their interpolations are checked against the English catalogue.
  interface CustomTypeOptions {
    defaultNS: "translation";
    nsSeparator: false;
    resources: { translation: typeof en };
  }
}

const NAMESPACE = "translation";

/** A text by a key that is put together at run time (from a table); `t` of `useTranslation` checks fixed keys. */
export type TextOf = (key: string, options?: Readonly<Record<string, unknown>>) => string;

/** The texts of the whole page; nothing to show before the first `changeLanguage`. */
export function createTexts(): I18n {
  const i18n = createInstance();
  void i18n.use(initReactI18next).init({
    resources: {},
    initAsync: false,
    // No catalogue is loaded to stand in for another one: all are complete.
    fallbackLng: false,
    load: "currentOnly",
    nsSeparator: false,
    // Said outright, or each key is looked at whether it may be a sentence: 8 ms of opening a map.
    keySeparator: ".",
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return i18n;
}

export async function changeLanguage(i18n: I18n, code: LanguageCode): Promise<void> {
  const language: Language | undefined = languages.find((entry) => entry.code === code);
  if (!language) return;
  if (!i18n.hasResourceBundle(code, NAMESPACE)) {
    const catalogue = await language.load();
    i18n.addResourceBundle(code, NAMESPACE, adaptTexts(catalogue, language.adapt));
  }
  await i18n.changeLanguage(code);
  document.documentElement.lang = code;
}

/** A catalogue with `adapt` done to each of its texts. */
export function adaptTexts(catalogue: object, adapt: Language["adapt"]): object {
  if (!adapt) return catalogue;
  const entries = Object.entries(catalogue).map(([key, value]: [string, unknown]) => {
    if (typeof value === "string") return [key, adapt(value)];
    return [key, typeof value === "object" && value !== null ? adaptTexts(value, adapt) : value];
  });
  return Object.fromEntries(entries);
}

/** As `useTranslation`, for keys that are put together from a table (`field.${name}`). */
export function useText(): TextOf {
  return useTranslation().t as unknown as TextOf;
}
