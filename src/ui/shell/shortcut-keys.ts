import type { TextOf } from "#i18n/i18n.ts";

/** Keys that are written in words, with a text `key.<it>`; all others are shown as they are. */
const named = new Set([
  "mod",
  "ctrl",
  "meta",
  "shift",
  "alt",
  "enter",
  "tab",
  "escape",
  "space",
  "delete",
  "backspace",
  "home",
  "end",
  "pageup",
  "pagedown",
]);

const signs: Readonly<Record<string, string>> = {
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
  plus: "+",
  "[plus]": "+",
  minus: "−",
};

const appleSigns: Readonly<Record<string, string>> = { mod: "⌘", meta: "⌘", shift: "⇧", alt: "⌥", ctrl: "⌃" };

export function isAppleKeyboard(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}

/** The keys of a shortcut (`mod+shift+Z`) as they are printed on the user's keyboard. */
export function shortcutKeys(shortcut: string, t: TextOf, isApple: boolean): readonly string[] {
  return shortcut.split("+").map((part) => {
    const key = part.trim().toLowerCase();
    if (isApple && appleSigns[key]) return appleSigns[key];
    // The letter of a discipline differs by language.
    if (key.startsWith("letter.")) return t(`common.${key}`);
    if (named.has(key)) return t(`key.${key}`);
    return signs[key] ?? (key.length === 1 ? key.toUpperCase() : part.trim());
  });
}
