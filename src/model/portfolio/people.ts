import { defaultAuditSettings } from "../audit-settings.ts";
import type { Id, Owner } from "../journey-map.ts";
import type { Load, MapFigures, PersonFigures } from "./figures.ts";
import { normalisedEmail, normalisedName } from "./normalised.ts";

/** One entry in the people of a map. */
export interface PersonEntry {
  readonly mapId: Id;
  readonly personId: Id;
}

/** A person over all maps. */
export interface PortfolioPerson extends PortfolioLoad {
  /** The same for the same person as long as no map changes. */
  readonly key: string;
  /** As most maps write it. */
  readonly name: string;
  readonly email: string;
  readonly discipline: Owner;
  /** The other ways in which maps write the name. */
  readonly otherNames: readonly string[];
  readonly entries: readonly PersonEntry[];
}

/** What somebody, or nobody, answers for over all maps. */
export interface PortfolioLoad extends Load {
  readonly maps: number;
}

interface Found extends PersonEntry {
  readonly person: PersonFigures;
}

/** The touchpoints of all maps that nobody answers for, and in how many maps they are. */
export function loadOfNobody(all: readonly MapFigures[]): PortfolioLoad {
  const loads = all.map(({ ofNobody }) => ofNobody).filter(({ touchpoints }) => touchpoints > 0);
  return {
    maps: loads.length,
    touchpoints: loads.reduce((sum, { touchpoints }) => sum + touchpoints, 0),
    moments: loads.reduce((sum, { moments }) => sum + moments, 0),
  };
}

/** Everybody in all maps; entries with the same name or the same e-mail are one person, over as many steps as it takes. */
export function peopleOf(all: readonly MapFigures[]): readonly PortfolioPerson[] {
  const found = all.flatMap(({ mapId, people }) =>
    people.map((person): Found => ({ mapId, personId: person.id, person })),
  );
  const groups = createGroups(found.length);
  const first = new Map<string, number>();
  found.forEach(({ person: { name, email } }, index) => {
    // What stands for no address, as "-" or "n/a", makes nobody the same person.
    const keys = [
      normalisedName(name) && `name ${normalisedName(name)}`,
      email.includes("@") && `mail ${normalisedEmail(email)}`,
    ];
    for (const key of keys) {
      if (!key) continue;
      const other = first.get(key);
      if (other === undefined) first.set(key, index);
      else groups.join(other, index);
    }
  });
  const members = new Map<number, Found[]>();
  found.forEach((entry, index) => {
    const root = groups.rootOf(index);
    const known = members.get(root);
    if (known) known.push(entry);
    else members.set(root, [entry]);
  });
  return [...members.values()].map(personOf).sort(byNameThenKey);
}

/** Numbers that are joined into groups; whoever asks for the root of two learns whether they are in the same one. */
function createGroups(size: number) {
  const parents = Array.from({ length: size }, (_, index) => index);
  function rootOf(index: number): number {
    let at = index;
    while (parents[at] !== at) {
      // Halves the way for whoever comes next.
      const above = parents[at] ?? at;
      parents[at] = parents[above] ?? above;
      at = parents[at] ?? at;
    }
    return at;
  }
  return {
    rootOf,
    join(one: number, other: number) {
      parents[rootOf(other)] = rootOf(one);
    },
  };
}

function personOf(found: readonly Found[]): PortfolioPerson {
  const names = mostFrequentFirst(found.map(({ person }) => person.name.trim()));
  const [email = ""] = mostFrequentFirst(found.map(({ person }) => normalisedEmail(person.email)));
  const [discipline] = mostFrequentFirst(found.map(({ person }) => person.discipline ?? ""));
  const entries = found
    .map(({ mapId, personId }) => ({ mapId, personId }))
    .sort((a, b) => compare(keyOf(a), keyOf(b)));
  const sum = (amount: (person: PersonFigures) => number) =>
    found.reduce((total, { person }) => total + amount(person), 0);
  return {
    key: entries[0] ? keyOf(entries[0]) : "",
    name: names[0] ?? "",
    email,
    discipline: (discipline || null) as Owner,
    otherNames: names.slice(1),
    entries,
    maps: new Set(entries.map(({ mapId }) => mapId)).size,
    touchpoints: sum(({ touchpoints }) => touchpoints),
    moments: sum(({ moments }) => moments),
  };
}

/** Each text once, without the empty one; equally frequent ones in their own order, so that it does not depend on that of the maps. */
function mostFrequentFirst(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) if (text !== "") counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || compare(a, b)).map(([text]) => text);
}

export function keyOf({ mapId, personId }: PersonEntry): string {
  return `${mapId}\n${personId}`;
}

function byNameThenKey(a: PortfolioPerson, b: PortfolioPerson): number {
  return compare(a.name, b.name) || compare(a.key, b.key);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Of what somebody has more to answer for, over all maps, than one map would allow by the usual settings. */
export function overloadOf({ touchpoints, moments }: Load): Readonly<Record<keyof Load, boolean>> {
  const { mostTouchpoints, mostMoments } = defaultAuditSettings;
  return { touchpoints: touchpoints > mostTouchpoints, moments: moments > mostMoments };
}
