import classes from "./report.module.css";

/** Letters of a word that no column need be wide enough for: addresses, seldom words. */
const LONG_WORD = 30;
const longWords = new RegExp(`(\\S{${LONG_WORD},})`, "u");

/**
 * A text in a table. Words without an end may be broken anywhere, or the table would be wider than its page; all others
 * stay whole, as narrow as their column may be.
 */
export function BreakableText({ text }: { readonly text: string }) {
  return text.split(longWords).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no identity besides their place.
      <span key={index} className={classes.longWord}>
        {part}
      </span>
    ),
  );
}
