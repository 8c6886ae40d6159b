import { changedParts, changesBetween } from "../changed-parts.ts";
import { isSame } from "../is-same.ts";
import type { Connection, Dismissal, Id, JourneyMap, Measure } from "../journey-map.ts";
import { connectionsOf, measuresAt } from "../queries.ts";
import { findingId, type Reads, type Rule, type RuleHit } from "./rule.ts";
import { ruleOf } from "./rules.ts";
import { isSameToRules } from "./same-to-rules.ts";

/**
 * The document after a change, with the dismissals of all findings about what has changed lapsed: who settled a gap
 * settled it as it was. `before`: what it was made of. Returns the very same object where nothing lapses.
 */
export function lapseDismissals(before: JourneyMap, after: JourneyMap): JourneyMap {
  if (isSameToRules(before, after)) return after;
  const lapsed: Record<string, Dismissal> = {};
  const [was, is] = [hitsOf(before), hitsOf(after)];
  const touched = touchedIds(before, after);
  for (const [id, dismissal] of Object.entries(after.dismissals)) {
    // What is settled in this very step is settled as it is now.
    if (dismissal.isLapsed || before.dismissals[id] !== dismissal) continue;
    const colon = id.indexOf(":");
    const rule = ruleOf(id.slice(0, colon));
    if (!rule) continue;
    const keys = id.slice(colon + 1).split(",");
    // A rule that names no fields looks all over the map: then what it finds tells whether something has changed.
    const isEverywhere = Object.keys(rule.reads).length === 0;
    if (touched && !isEverywhere && !rule.reads.map && !keys.some((key) => touched.has(key))) continue;
    const hasChanged = isEverywhere
      ? saysAnother(was(rule, id), is(rule, id))
      : hasChangedFields(rule.reads, keys, before, after);
    if (hasChanged) lapsed[id] = { ...dismissal, isLapsed: true };
  }
  if (Object.keys(lapsed).length === 0) return after;
  return { ...after, dismissals: { ...after.dismissals, ...lapsed } };
}

/**
 * The ids of all that is another object than before, and of what it is about: of thousands of dismissals few name one of
 * them. Null where very much has changed.
 */
function touchedIds(before: JourneyMap, after: JourneyMap): ReadonlySet<Id> | null {
  const byId = (stages: JourneyMap["stages"]) => Object.fromEntries(stages.map((stage) => [stage.id, stage]));
  const nodes = changesBetween(before.nodes, after.nodes);
  const contents = changedParts(before.contents, after.contents);
  const people = changedParts(before.people, after.people);
  const stages = changedParts(byId(before.stages), byId(after.stages));
  const connections = changedParts(before.connections, after.connections);
  const measures = changedParts(before.measures, after.measures);
  if (!nodes || !contents || !people || !stages || !connections || !measures) return null;
  const ends = connections.flat().flatMap((one) => (one ? [one.from, one.to] : []));
  const improved = measures.flat().flatMap((one) => one?.touchpointIds ?? []);
  // No rule reads where a card stands.
  const changed = [...nodes.changed, ...contents, ...people, ...stages, ...connections, ...measures];
  return new Set([...changed.flat().flatMap((part) => (part ? [part.id] : [])), ...ends, ...improved]);
}

function hasChangedFields(reads: Reads, keys: readonly Id[], before: JourneyMap, after: JourneyMap): boolean {
  return !isSame(readBy(reads, keys, before), readBy(reads, keys, after));
}

/** What a rule finds in a map under an id; each rule is asked once, however many of its findings are dismissed. */
function hitsOf(map: JourneyMap): (rule: Rule, id: string) => RuleHit | undefined {
  const byRule = new Map<Rule, ReadonlyMap<string, RuleHit>>();
  return (rule, id) => {
    const known =
      byRule.get(rule) ??
      new Map(rule.check(map, { today: "" }).map((hit) => [findingId(rule.id, hit), hit]));
    byRule.set(rule, known);
    return known.get(id);
  };
}

/** Another discipline that is absent, or more touchpoints than were settled, is another fault under the same name. */
function saysAnother(was: RuleHit | undefined, is: RuleHit | undefined): boolean {
  return is === undefined || (was !== undefined && !isSame(saidBy(was), saidBy(is)));
}

const saidBy = ({ nodeIds, values }: RuleHit) => ({ nodeIds: [...nodeIds].sort(), values });

/** All that a rule reads about some ids. */
function readBy(reads: Reads, keys: readonly Id[], map: JourneyMap): unknown {
  const nodes = keys.filter((key) => map.nodes[key] !== undefined);
  const pick = (row: object | undefined, names: readonly string[] = []) =>
    row && names.map((name) => (row as Readonly<Record<string, unknown>>)[name] ?? null);
  return {
    nodes: nodes.map((key) => [key, pick(map.nodes[key], reads.node)]),
    connections:
      reads.connection && connectionsAt(map, nodes).map((row) => [row.id, pick(row, reads.connection)]),
    measures:
      reads.measure &&
      measuresAbout(map, keys)
        .map((row) => [row.id, pick(row, reads.measure)])
        .sort(byText),
    contents: reads.content && keys.map((key) => pick(map.contents[key], reads.content)),
    people: reads.person && keys.map((key) => pick(map.people[key], reads.person)),
    stages:
      reads.stage &&
      keys.map((key) =>
        pick(
          map.stages.find(({ id }) => id === key),
          reads.stage,
        ),
      ),
    map: reads.map && pick(map, reads.map),
  };
}

/** Those that are named, and those for the touchpoints that are named. */
function measuresAbout(map: JourneyMap, keys: readonly Id[]): readonly Measure[] {
  const named = keys.map((key) => map.measures[key]).filter((measure) => measure !== undefined);
  return [...new Set([...named, ...keys.flatMap((key) => measuresAt(map, key))])];
}

/** Those between two nodes, or all of a single one. */
function connectionsAt(map: JourneyMap, nodeIds: readonly Id[]): readonly Connection[] {
  const [first = "", second] = nodeIds;
  const { incoming, outgoing } = connectionsOf(map, first);
  return [...incoming, ...outgoing]
    .filter(({ from, to }) => second === undefined || from === second || to === second)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
