/** The names of keys as they are printed on a keyboard. */
export const key = {
  mod: "Strg",
  ctrl: "Strg",
  meta: "Meta",
  shift: "Umschalt",
  alt: "Alt",
  enter: "Enter",
  tab: "Tab",
  escape: "Esc",
  space: "Leertaste",
  delete: "Entf",
  backspace: "Rücktaste",
  home: "Pos1",
  end: "Ende",
  pageup: "Bild auf",
  pagedown: "Bild ab",
};
