import type {
  SpotlightActionData,
  SpotlightActionGroupData,
  SpotlightFilterFunction,
} from "@mantine/spotlight";
import { foldForSearch } from "#model/queries.ts";

/** What the ids of nodes begin with among the entries of the palette. */
export const NODE = "node:";
/** So many entries of a group are offered at the most: who sees more has not typed enough. */
const MOST_ENTRIES = 30;

/**
 * Every word that is typed must occur, with or without accents; nodes are offered only when something is typed. Enter
 * takes the first entry: names that begin with what was typed come first, the actions always before the nodes.
 */
export const matching: SpotlightFilterFunction = (query, groups) => {
  const phrase = foldForSearch(query).trim();
  const words = phrase.split(/\s+/u).filter(Boolean);
  const fits = ({ id, label, keywords }: SpotlightActionData) => {
    if (words.length === 0) return !id.startsWith(NODE);
    const text = foldForSearch(`${label ?? ""} ${String(keywords ?? "")}`);
    return words.every((word) => text.includes(word));
  };
  const rank = ({ label }: SpotlightActionData) => {
    const name = foldForSearch(label ?? "");
    return name.startsWith(phrase) ? 0 : name.includes(phrase) ? 1 : 2;
  };
  const groupRank = ({ actions: [best] }: SpotlightActionGroupData) =>
    best === undefined || best.id.startsWith(NODE) ? 3 : rank(best);
  // Only groups are ever handed to the palette.
  return (groups as SpotlightActionGroupData[])
    .map((group) => ({
      ...group,
      actions: group.actions
        .filter(fits)
        .sort((one, other) => rank(one) - rank(other))
        .slice(0, MOST_ENTRIES),
    }))
    .filter((group) => group.actions.length > 0)
    .sort((one, other) => groupRank(one) - groupRank(other));
};
