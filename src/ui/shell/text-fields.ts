/** What takes letters; a radio button is an `input` as well, but no key that is pressed on it is a text. */
export const TEXT_FIELDS = "input:not([type=checkbox], [type=radio], [type=button], [type=range]), textarea";
