import { auditSettingsOf } from "../audit-settings.ts";
import { derived } from "../derive.ts";
import type { Discipline } from "../discipline.ts";
import type { Dismissal, Id, JourneyMap, MapNode } from "../journey-map.ts";
import { derivedOfPaths } from "../path-shape.ts";
import { isCounted, nodesInReadingOrder } from "../queries.ts";
import { findingId, type Rule, type RuleHit, type Severity, severities } from "./rule.ts";
import { rules } from "./rules.ts";
import { isSameToRules } from "./same-to-rules.ts";

export interface Finding extends RuleHit {
  /** Rule and sorted ids: the same fault has the same id at every run. */
  readonly id: string;
  readonly ruleId: string;
  readonly severity: Severity;
  /** How it was settled; lapsed where something has changed since, so that it is back again. Null: it never was. */
  readonly dismissal: Dismissal | null;
}

export interface Coverage {
  /** Personas, journeys and touchpoints; notes do not count. */
  readonly counted: number;
  readonly withOwner: number;
  readonly withManager: number;
  readonly withBoth: number;
  readonly byDiscipline: Readonly<Record<Discipline, number>>;
  /** How many counted nodes each person answers for; people with none are in it with 0. */
  readonly byManager: ReadonlyMap<Id, number>;
}

export interface Audit {
  readonly coverage: Coverage;
  /** What is open: the gravest first, then in reading order of the map. */
  readonly findings: readonly Finding[];
  /** What was settled with a reason, in the same order. */
  readonly dismissed: readonly Finding[];
  /** The open ones by the nodes that wear their badge, in the same order; undefined for a node without any. */
  readonly findingsByNode: Pick<ReadonlyMap<Id, readonly Finding[]>, "get">;
}

const audits = derived((_map: JourneyMap) => new Map<string, Audit>());
/** The newest audit, with what it was made of. */
let newest: { readonly map: JourneyMap; readonly today: string; readonly audit: Audit } | null = null;

/** The audit of a map on a day (ISO date without time); remembered for the last few maps. */
export function auditOf(map: JourneyMap, today: string): Audit {
  const known = audits(map).get(today);
  if (known) return known;
  const isSame = newest?.today === today && isSameToRules(newest.map, map);
  const audit = isSame && newest ? newest.audit : auditNow(map, today);
  newest = { map, today, audit };
  audits(map).set(today, audit);
  return audit;
}

function auditNow(map: JourneyMap, today: string): Audit {
  const found = findingsIn(map, today);
  const findings: Finding[] = [];
  const dismissed: Finding[] = [];
  for (const finding of found.inOrder) (isSettled(finding) ? dismissed : findings).push(finding);
  return { coverage: coverageOf(map), findings, dismissed, findingsByNode: byNode(map, found) };
}

/** What is open on a day, without being remembered: for maps that nobody looks at. */
export function openFindingsOf(map: JourneyMap, today: string): readonly Finding[] {
  return findingsIn(map, today).inOrder.filter((finding) => !isSettled(finding));
}

const isSettled = ({ dismissal }: Finding) => dismissal !== null && !dismissal.isLapsed;

const broadRules = new Set(rules.filter(({ isBroad }) => isBroad).map(({ id }) => id));

/** The place of each node in reading order; states of a map in which nothing moves have it in common. */
const placesOf = derivedOfPaths(
  "places in reading order",
  (map: JourneyMap): ReadonlyMap<Id, number> =>
    new Map(nodesInReadingOrder(map).map(({ id }, place) => [id, place])),
);

interface Placed {
  /** Of the first node in reading order; what is about no node comes first. */
  readonly place: number;
  readonly finding: Finding;
}

interface Found {
  /** The gravest first, then in reading order of the map. */
  readonly inOrder: readonly Finding[];
  /** What was found by looking further than at one node. */
  readonly beyond: readonly Placed[];
  /** What a node says of itself, as the map has it: without rules that are off. */
  ownOf(node: MapNode): readonly Finding[];
}

/** After an edit this is done for thousands of nodes: what is in order already is not sorted again. */
function findingsIn(map: JourneyMap, today: string): Found {
  const off = new Set(auditSettingsOf(map).rulesOff);
  const hasDismissals = Object.keys(map.dismissals).length > 0;
  const asSettled = (finding: Finding) => (hasDismissals ? withDismissal(map, finding) : finding);
  const ownOf = (node: MapNode) => {
    const own = findingsAlone(node);
    const kept = off.size > 0 ? own.filter(({ ruleId }) => !off.has(ruleId)) : own;
    return hasDismissals ? kept.map(asSettled) : kept;
  };
  const places = placesOf(map);
  const beyond = new Map(severities.map((severity) => [severity, [] as Placed[]]));
  for (const rule of rules) {
    if (rule.checkNode || off.has(rule.id)) continue;
    const placed = beyond.get(rule.severity);
    for (const hit of rule.check(map, { today })) {
      const place = places.get(hit.nodeIds[0] ?? "") ?? -1;
      placed?.push({ place, finding: asSettled(findingOf(rule, hit)) });
    }
  }
  for (const placed of beyond.values()) placed.sort(byPlace);
  const own = nodesInReadingOrder(map).map(ownOf);
  return {
    inOrder: severities.flatMap((severity) => merged(severity, own, beyond.get(severity) ?? [])),
    beyond: [...beyond.values()].flat(),
    ownOf,
  };
}

const byPlace = (a: Placed, b: Placed) => a.place - b.place || (a.finding.id < b.finding.id ? -1 : 1);

/** The findings of a severity. `own`: what the nodes say of themselves, by their place; `beyond` is in order. */
function merged(
  severity: Severity,
  own: readonly (readonly Finding[])[],
  beyond: readonly Placed[],
): readonly Finding[] {
  const result: Finding[] = [];
  let next = 0;
  const takeUntil = (place: number) => {
    for (let placed = beyond[next]; placed && placed.place < place; placed = beyond[next]) {
      result.push(placed.finding);
      next += 1;
    }
  };
  own.forEach((findings, place) => {
    takeUntil(place);
    const from = result.length;
    for (const finding of findings) if (finding.severity === severity) result.push(finding);
    takeUntil(place + 1);
    if (result.length - from > 1) result.push(...result.splice(from).sort((a, b) => (a.id < b.id ? -1 : 1)));
  });
  takeUntil(Number.POSITIVE_INFINITY);
  return result;
}

/** The open findings of single nodes, put together for those that are asked for: after an edit few are in sight. */
function byNode(map: JourneyMap, { beyond, ownOf }: Found): Audit["findingsByNode"] {
  const places = placesOf(map);
  const known = new Map<Id, readonly Finding[]>();
  let beyondByNode: Map<Id, Placed[]> | null = null;
  const rank = (severity: Severity) => severities.indexOf(severity);
  return {
    get(id) {
      const node = map.nodes[id];
      if (!node) return undefined;
      beyondByNode ??= groupedByNode(beyond);
      const listed = known.get(id);
      if (listed) return listed.length > 0 ? listed : undefined;
      const place = places.get(id) ?? -1;
      const own = ownOf(node)
        .filter((finding) => !isSettled(finding) && !broadRules.has(finding.ruleId))
        .map((finding) => ({ place, finding }));
      const all = [...own, ...(beyondByNode.get(id) ?? [])].sort(
        (a, b) => rank(a.finding.severity) - rank(b.finding.severity) || byPlace(a, b),
      );
      const findings = all.map(({ finding }) => finding);
      known.set(id, findings);
      return findings.length > 0 ? findings : undefined;
    },
  };
}

function groupedByNode(beyond: readonly Placed[]): Map<Id, Placed[]> {
  const groups = new Map<Id, Placed[]>();
  for (const placed of beyond) {
    if (isSettled(placed.finding) || broadRules.has(placed.finding.ruleId)) continue;
    for (const id of placed.finding.nodeIds) {
      const group = groups.get(id);
      if (group) group.push(placed);
      else groups.set(id, [placed]);
    }
  }
  return groups;
}

const nodeRules = rules.filter(({ checkNode }) => checkNode);
const alone = new WeakMap<MapNode, readonly Finding[]>();

/** What a node says of itself: remembered as long as it lives, since a command changes a few of thousands. */
function findingsAlone(node: MapNode): readonly Finding[] {
  const known = alone.get(node);
  if (known) return known;
  const findings = nodeRules.flatMap((rule) => {
    const hit = rule.checkNode?.(node);
    return hit ? [asFinding(rule, { nodeIds: [node.id], ...hit })] : [];
  });
  alone.set(node, findings);
  return findings;
}

function asFinding(rule: Rule, hit: RuleHit): Finding {
  return { ...hit, id: findingId(rule.id, hit), ruleId: rule.id, severity: rule.severity, dismissal: null };
}

/** By what was found: where a hit is the same, its finding is the same object. */
const knownFindings = new WeakMap<RuleHit, Finding>();

function findingOf(rule: Rule, hit: RuleHit): Finding {
  const known = knownFindings.get(hit) ?? asFinding(rule, hit);
  knownFindings.set(hit, known);
  return known;
}

function withDismissal({ dismissals }: JourneyMap, finding: Finding): Finding {
  return Object.hasOwn(dismissals, finding.id)
    ? { ...finding, dismissal: dismissals[finding.id] ?? null }
    : finding;
}

/** The figures of ownership alone, for whoever needs no findings (the library's rows). */
export function coverageOf(map: JourneyMap): Coverage {
  const byDiscipline: Record<Discipline, number> = { marketing: 0, sales: 0, it: 0 };
  const byManager = new Map<Id, number>(Object.keys(map.people).map((id) => [id, 0]));
  let [counted, withOwner, withManager, withBoth] = [0, 0, 0, 0];
  for (const node of Object.values(map.nodes)) {
    if (!isCounted(node)) continue;
    const { owner, managerId } = node;
    counted += 1;
    if (owner !== null) {
      withOwner += 1;
      byDiscipline[owner] += 1;
    }
    if (managerId !== null) {
      withManager += 1;
      byManager.set(managerId, (byManager.get(managerId) ?? 0) + 1);
    }
    if (owner !== null && managerId !== null) withBoth += 1;
  }
  return { counted, withOwner, withManager, withBoth, byDiscipline, byManager };
}
