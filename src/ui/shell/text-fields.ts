/**
 * What takes letters; a radio button is an `input` as well, but no key that is pressed on it is a text. `data-keys-only`:
 * nothing is written in it, its keys are those of what it stands for.
 */
export const TEXT_FIELDS =
  "input:not([type=checkbox], [type=radio], [type=button], [type=range], [data-keys-only]), textarea";
