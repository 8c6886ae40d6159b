import type { Severity } from "../audit/rule.ts";
import type { Command } from "../commands/command.ts";
import { assignOwner } from "../commands/nodes.ts";
import { derivedOfPart } from "../derive.ts";
import { type Discipline, disciplines } from "../discipline.ts";
import type { Id, JourneyMap, Owner } from "../journey-map.ts";
import type { MapFigures, TouchpointFigures } from "./figures.ts";
import { normalised } from "./normalised.ts";

/** A touchpoint that is in several maps, where these do not agree on its owner. */
export interface Contested {
  /** By title and channel, normalised. */
  readonly key: string;
  /** As the first of the maps writes them. */
  readonly title: string;
  readonly channel: string;
  /** Its disciplines, in their order. */
  readonly owners: readonly Discipline[];
  /** The maps by what they say; a map that holds it twice can be in two lists. Null: of nobody there. */
  readonly mapsByOwner: ReadonlyMap<Owner, readonly Id[]>;
  /** All maps that hold it, each once. */
  readonly mapIds: readonly Id[];
}

/** Null where there is no title to tell it from others. */
function keyOf({ title, channel }: Pick<TouchpointFigures, "title" | "channel">): string | null {
  const name = normalised(title);
  return name === "" ? null : `${name}\n${normalised(channel)}`;
}

/** Of the figures of maps that have not changed since they were looked at. */
const knownKeyOf = derivedOfPart(keyOf);

interface Place extends TouchpointFigures {
  readonly mapId: Id;
}

/** The same touchpoint with different owners in different maps; what most maps hold comes first. */
function contestedIn(all: readonly MapFigures[]): readonly Contested[] {
  const places = new Map<string, Place[]>();
  for (const { mapId, touchpoints } of all) {
    for (const touchpoint of touchpoints) {
      const key = knownKeyOf(touchpoint);
      if (key === null) continue;
      const place = { ...touchpoint, mapId };
      const known = places.get(key);
      if (known) known.push(place);
      else places.set(key, [place]);
    }
  }
  return [...places]
    .flatMap(([key, found]) => contestedAt(key, found) ?? [])
    .sort((a, b) => b.mapIds.length - a.mapIds.length || (a.key < b.key ? -1 : 1));
}

function contestedAt(key: string, places: readonly Place[]): Contested | null {
  const owned = places.filter(({ owner }) => owner !== null);
  const isInSeveral = owned.some(({ mapId }) => mapId !== owned[0]?.mapId);
  const isAgreed = owned.every(({ owner }) => owner === owned[0]?.owner);
  // Two owners and two maps with an owner: then some two maps differ.
  if (!isInSeveral || isAgreed) return null;
  const mapsByOwner = new Map<Owner, Id[]>();
  for (const owner of [...disciplines, null]) {
    const mapIds = places.filter((place) => place.owner === owner).map(({ mapId }) => mapId);
    if (mapIds.length > 0) mapsByOwner.set(owner, [...new Set(mapIds)]);
  }
  return {
    key,
    title: places[0]?.title ?? "",
    channel: places[0]?.channel ?? "",
    owners: disciplines.filter((discipline) => mapsByOwner.has(discipline)),
    mapsByOwner,
    mapIds: [...new Set(places.map(({ mapId }) => mapId))],
  };
}

/** The joint decision in one of the maps: the touchpoint, wherever it stands there, gets this owner. */
function decide(map: JourneyMap, { key }: Pick<Contested, "key">, owner: Discipline): Command {
  const ids = Object.values(map.nodes)
    .filter((node) => node.kind === "touchpoint" && keyOf(node) === key)
    .map(({ id }) => id);
  return assignOwner(map, ids, owner);
}

/**
 * A rule that no map can break alone. Its texts are those of an audit rule: `rule.<id>.name`, `.finding` (one sentence
 * with `{{title}}` and `{{owners}}`), `.why`, `.not` and `.fix`.
 */
export interface PortfolioRule {
  readonly id: string;
  readonly severity: Severity;
  check(all: readonly MapFigures[]): readonly Contested[];
  /** After it, done in every map of the hit, the hit is gone. */
  decide(map: JourneyMap, hit: Pick<Contested, "key">, owner: Discipline): Command;
}

export const contested: PortfolioRule = {
  id: "contested",
  severity: "warning",
  check: contestedIn,
  decide,
};

/** The table of rules that look at all maps together; `src/model/audit/rules.ts` has those that look at one. */
export const portfolioRules: readonly PortfolioRule[] = [contested];
