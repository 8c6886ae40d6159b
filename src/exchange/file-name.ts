const LONGEST_NAME = 80;

/** Names that Windows keeps for devices, whatever stands behind the dot. */
const reservedNames = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * The name of a file after a title: letters of every language stay, what a file system or a reader could stumble
 * over (separators, marks of the writing direction) goes. `fallback`: the name where nothing stays.
 */
export function fileNameOf(title: string, extension: string, fallback: string): string {
  return `${safeName(title) || safeName(fallback) || "map"}.${extension}`;
}

function safeName(title: string): string {
  const clean = title
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, " ")
    .replace(/\s*[/\\:*?"<>|]+\s*/g, " ")
    .replace(/\s+/g, " ");
  // Cut between characters as a reader sees them, not within an emoji.
  let name = "";
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(
    clean.trim(),
  )) {
    if (name.length + segment.length > LONGEST_NAME) break;
    name += segment;
  }
  name = name.replace(/^[\s.]+|[\s.]+$/g, "");
  return reservedNames.test(name) ? `_${name}` : name;
}
