/**
 * The value of the option that stands for nothing: an option can be reached by keyboard, the cross that
 * Mantine puts into a select cannot. No id and no option of a file is like it.
 */
export const NO_CHOICE = "\u0000none";
