import type { TextOf } from "#i18n/i18n.ts";
import type { CommandLabel } from "#model/commands/command.ts";

const LONGEST_NAME = 40;

/** A change in words that follow "Undo: ", for the history, the menus and the announcements. */
export function labelText(t: TextOf, label: CommandLabel): string {
  return t(`command.${label.key}`, {
    what: whatText(t, label),
    ...(label.field === undefined ? {} : { field: t(`field.${label.field}`) }),
    ...(label.key === "convert" ? { kind: t(`command.kind.${label.thing}`) } : {}),
  });
}

function whatText(t: TextOf, { key, name, thing, count }: CommandLabel): string {
  if (name?.trim()) return t("command.quoted", { name: shortened(name) });
  // The thing of a conversion is what the node became; what it was is not known any more.
  if (thing) return t(`things.${key === "convert" ? "node" : thing}`, { count: count ?? 1 });
  return t("command.unnamed");
}

/** At most so many characters as a reader counts them, in one line. */
export function shortened(text: string, longest = LONGEST_NAME): string {
  const line = text.replace(/\s+/gu, " ").trim();
  // As many code units have never more characters: spares most titles the segmenter.
  if (line.length <= longest) return line;
  const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(line);
  let count = 0;
  let end = 0;
  // One by one and no further than needed: all characters of a long text take seconds.
  for (const { index } of characters) {
    if (count === longest - 1) end = index;
    if (count === longest) return `${line.slice(0, end).trimEnd()}…`;
    count += 1;
  }
  return line;
}
