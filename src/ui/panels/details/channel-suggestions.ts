import type { JourneyMap } from "#model/journey-map.ts";

/**
 * The channels that the map uses already, then the usual ones of the language. `usual` is one text with the
 * names parted by "|", because a catalogue holds texts alone.
 */
export function channelSuggestions(map: JourneyMap, usual: string): string[] {
  const used = Object.values(map.nodes).flatMap((node) => {
    if (node.kind === "touchpoint") return [node.channel.trim()];
    return node.kind === "persona" ? node.channels.map((channel) => channel.trim()) : [];
  });
  const inMap = [...new Set(used)].filter((channel) => channel !== "").sort((a, b) => a.localeCompare(b));
  return [...new Set([...inMap, ...usual.split("|")])];
}
