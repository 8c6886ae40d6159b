import * as z from "zod";
import { createStore, type StoreApi } from "zustand/vanilla";
import { type LanguageCode, languages } from "#i18n/languages.ts";
import { palettes } from "#scene/palette.ts";
import type { SettingsState, Theme } from "#ui/services.ts";

const KEY = "dreiklang.settings";

const themeNames = Object.keys(palettes) as Theme[];
const languageCodes = languages.map(({ code }) => code) as LanguageCode[];

/** What the browser says of its user. */
export interface SettingsDefaults {
  readonly theme: Theme;
  readonly language: LanguageCode;
}

/** The kept settings; whatever is missing or unknown has its default, whatever the text holds. */
export function parseSettings(text: string | null, defaults: SettingsDefaults): SettingsState {
  const schema = z.object({
    theme: z.enum(themeNames).catch(defaults.theme),
    language: z.enum(languageCodes).catch(defaults.language),
    isAuditOpen: z.boolean().catch(true),
    areDetailsOpen: z.boolean().catch(true),
    isMinimapOpen: z.boolean().catch(false),
    librarySort: z.enum(["updated", "title", "coverage"]).catch("updated"),
    tableColumns: z.array(z.string()).readonly().nullable().catch(null),
    toolsRoom: z.object({ look: z.string(), height: z.number().positive() }).nullable().catch(null),
  });
  const result = schema.safeParse(jsonOf(text));
  return result.success ? result.data : schema.parse({});
}

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? {} : JSON.parse(text);
  } catch {
    return {};
  }
}

export type KeptTexts = Pick<Storage, "getItem" | "setItem"> & Partial<Pick<Storage, "removeItem">>;

const keepsNothing: KeptTexts = { getItem: () => null, setItem: () => {} };

/** Texts that live as long as this window. */
export function keptInMemory(): KeptTexts {
  const texts = new Map<string, string>();
  return { getItem: (key) => texts.get(key) ?? null, setItem: (key, text) => void texts.set(key, text) };
}

/** The store of this browser; where pages may keep nothing, even naming it throws. */
export function browserStorage(page: { readonly localStorage: KeptTexts } = window): KeptTexts {
  try {
    return page.localStorage ?? keepsNothing;
  } catch {
    return keepsNothing;
  }
}

/** `storage`: a store of the browser, which may refuse every call (private windows). */
export function createSettings(storage: KeptTexts, defaults: SettingsDefaults): StoreApi<SettingsState> {
  const settings = createStore<SettingsState>(() => parseSettings(readItem(storage, KEY), defaults));
  settings.subscribe((state) => writeItem(storage, KEY, JSON.stringify(state)));
  return settings;
}

export function readItem(storage: Pick<KeptTexts, "getItem">, key: string): string | null {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
}

export function writeItem(storage: Pick<KeptTexts, "setItem">, key: string, text: string): void {
  try {
    storage.setItem(key, text);
  } catch {
    // A setting that cannot be kept still holds in this tab.
  }
}

export function forgetItem(storage: KeptTexts, key: string): void {
  try {
    storage.removeItem?.(key);
  } catch {
    // It is in nobody's way.
  }
}
