/** The names of keys as they are printed on a keyboard. */
export const key = {
  mod: "Ctrl",
  ctrl: "Ctrl",
  meta: "Meta",
  shift: "Shift",
  alt: "Alt",
  enter: "Enter",
  tab: "Tab",
  escape: "Esc",
  space: "Space",
  delete: "Delete",
  backspace: "Backspace",
  home: "Home",
  end: "End",
  pageup: "Page up",
  pagedown: "Page down",
};
