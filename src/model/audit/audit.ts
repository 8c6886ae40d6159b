import { auditSettingsOf } from "../audit-settings.ts";
import { derived, derivedOfPart } from "../derive.ts";
import { derivedOfItems } from "../derived-lists.ts";
import type { Discipline } from "../discipline.ts";
import type { Dismissal, Id, JourneyMap, MapNode } from "../journey-map.ts";
import { isCounted } from "../queries.ts";
import { idsInReadingOrder } from "../reading-order.ts";
import { valuesOf } from "../values.ts";
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
  return { coverage: coverageOf(map), ...triaged(map, found), findingsByNode: byNode(map, found) };
}

/** What is open on a day, without being remembered: for maps that nobody looks at. */
export function openFindingsOf(map: JourneyMap, today: string): readonly Finding[] {
  return triaged(map, findingsIn(map, today)).findings;
}

/** What is open, and what was settled. */
function triaged(map: JourneyMap, { inOrder }: Found): Pick<Audit, "findings" | "dismissed"> {
  // Almost always nothing is settled, and then thousands need not be looked at.
  if (Object.keys(map.dismissals).length === 0) return { findings: inOrder, dismissed: [] };
  const [findings, dismissed]: [Finding[], Finding[]] = [[], []];
  for (const plain of inOrder) {
    const finding = withDismissal(map, plain);
    (isSettled(finding) ? dismissed : findings).push(finding);
  }
  return { findings, dismissed };
}

const isSettled = ({ dismissal }: Finding) => dismissal !== null && !dismissal.isLapsed;

const broadRules = new Set(rules.filter(({ isBroad }) => isBroad).map(({ id }) => id));

/** The place of each node in reading order. */
const placesOfIds = derived(
  (ids: readonly Id[]): ReadonlyMap<Id, number> => new Map(ids.map((id, place) => [id, place])),
);
const placesOf = (map: JourneyMap) => placesOfIds(idsInReadingOrder(map));

interface Placed {
  /** Of the first node in reading order; what is about no node comes first. */
  readonly place: number;
  readonly finding: Finding;
}

/** As the rules find it, whether it was settled or not. */
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
  const asInMap = (own: readonly Finding[]) =>
    off.size > 0 ? own.filter(({ ruleId }) => !off.has(ruleId)) : own;
  const places = placesOf(map);
  const beyond: Placed[] = [];
  for (const rule of rules) {
    if (rule.checkNode || off.has(rule.id)) continue;
    for (const hit of rule.check(map, { today })) {
      const place = places.get(hit.nodeIds[0] ?? "") ?? OF_NO_NODE;
      beyond.push({ place, finding: findingOf(rule, hit) });
    }
  }
  return {
    inOrder: inOrder(off.size > 0 ? ownFindings(map).map(asInMap) : ownFindings(map), beyond),
    beyond,
    ownOf: (node) => asInMap(findingsAlone(node)),
  };
}

/** The place of what is about no node: before all others. */
const OF_NO_NODE = -1;

const rankOf: Readonly<Record<Severity, number>> = { critical: 0, warning: 1, hint: 2 };

/** By the beginning of the ids of their findings, so that these can be told apart by a number. */
const placeOfRule = new Map(
  rules
    .map(({ id }) => id)
    .sort((a, b) => (`${a}:` < `${b}:` ? -1 : 1))
    .map((id, place) => [id, place]),
);

const byId = (a: Finding, b: Finding) =>
  (placeOfRule.get(a.ruleId) ?? 0) - (placeOfRule.get(b.ruleId) ?? 0) || (a.id < b.id ? -1 : 1);

/** `own`: what the nodes say of themselves, by their place. */
function inOrder(own: readonly (readonly Finding[])[], beyond: readonly Placed[]): readonly Finding[] {
  // By place, what is about no node first.
  const beyondAt = new Array<Finding[] | undefined>(own.length + 1);
  for (const { place, finding } of beyond) {
    const there = beyondAt[place - OF_NO_NODE];
    if (there) there.push(finding);
    else beyondAt[place - OF_NO_NODE] = [finding];
  }
  const bySeverity: Readonly<Record<Severity, Finding[]>> = { critical: [], warning: [], hint: [] };
  for (const [index, more] of beyondAt.entries()) {
    const alone = own[index + OF_NO_NODE] ?? nothing;
    if (more && more.length > 1) more.sort(byId);
    for (const finding of more ? merged(alone, more) : alone) bySeverity[finding.severity].push(finding);
  }
  const [gravest, ...others] = severities.map((severity) => bySeverity[severity]);
  return gravest?.concat(...others) ?? [];
}

const nothing: readonly Finding[] = [];

/** Of two lists in the order of the ids one. Quicker than to sort them once more, and there are thousands. */
function merged(some: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  if (some.length === 0) return others;
  const result: Finding[] = [];
  let place = 0;
  for (const finding of some) {
    for (let other = others[place]; other && byId(other, finding) < 0; other = others[place]) {
      result.push(other);
      place += 1;
    }
    result.push(finding);
  }
  return place < others.length ? [...result, ...others.slice(place)] : result;
}

/** The open findings of single nodes, put together for those that are asked for: after an edit few are in sight. */
function byNode(map: JourneyMap, { beyond, ownOf }: Found): Audit["findingsByNode"] {
  const places = placesOf(map);
  const known = new Map<Id, readonly Finding[]>();
  let beyondByNode: Map<Id, Placed[]> | null = null;
  return {
    get(id) {
      const node = map.nodes[id];
      if (!node) return undefined;
      beyondByNode ??= groupedByNode(map, beyond);
      const listed = known.get(id);
      if (listed) return listed.length > 0 ? listed : undefined;
      const own = ownOf(node)
        .map((finding) => withDismissal(map, finding))
        .filter(wearsBadge);
      const there = beyondByNode.get(id) ?? [];
      const place = places.get(id) ?? OF_NO_NODE;
      const all = [...own.map((finding) => ({ place, finding })), ...there].sort(byRankThenPlace);
      const findings = all.map(({ finding }) => finding);
      known.set(id, findings);
      return findings.length > 0 ? findings : undefined;
    },
  };
}

const byRankThenPlace = (a: Placed, b: Placed) =>
  rankOf[a.finding.severity] - rankOf[b.finding.severity] ||
  a.place - b.place ||
  (a.finding.id < b.finding.id ? -1 : 1);

const wearsBadge = (finding: Finding) => !isSettled(finding) && !broadRules.has(finding.ruleId);

function groupedByNode(map: JourneyMap, beyond: readonly Placed[]): Map<Id, Placed[]> {
  const groups = new Map<Id, Placed[]>();
  for (const { place, finding: plain } of beyond) {
    const placed = { place, finding: withDismissal(map, plain) };
    if (!wearsBadge(placed.finding)) continue;
    for (const id of placed.finding.nodeIds) {
      const group = groups.get(id);
      if (group) group.push(placed);
      else groups.set(id, [placed]);
    }
  }
  return groups;
}

const nodeRules = rules.filter(({ checkNode }) => checkNode);

/** What a node says of itself, in the order of the ids. */
const findingsAlone = derivedOfPart((node: MapNode): readonly Finding[] =>
  nodeRules
    .flatMap((rule) => {
      const hit = rule.checkNode?.(node);
      return hit ? [asFinding(rule, { nodeIds: [node.id], ...hit })] : [];
    })
    .sort(byId),
);

const ownFindings = derivedOfItems<Id, readonly Finding[]>({
  listsOf: (map) => [idsInReadingOrder(map)],
  idsOf: (id) => [id],
  make: ({ nodes }, id) => findingsAlone(nodes[id] as MapNode),
});

function asFinding(rule: Rule, hit: RuleHit): Finding {
  return { ...hit, id: findingId(rule.id, hit), ruleId: rule.id, severity: rule.severity, dismissal: null };
}

/** By what was found: where a hit is the same object, its finding is. */
const knownFindings = new WeakMap<RuleHit, Finding>();

function findingOf(rule: Rule, hit: RuleHit): Finding {
  const known = knownFindings.get(hit);
  if (known) return known;
  const finding = asFinding(rule, hit);
  knownFindings.set(hit, finding);
  return finding;
}

function withDismissal({ dismissals }: JourneyMap, finding: Finding): Finding {
  return Object.hasOwn(dismissals, finding.id)
    ? { ...finding, dismissal: dismissals[finding.id] ?? null }
    : finding;
}

/** The figures of ownership alone, for whoever needs no findings (the library's rows). */
export function coverageOf({ nodes, people }: Pick<JourneyMap, "nodes" | "people">): Coverage {
  const { byManager, ...figures } = ownershipOf(nodes);
  const counts = Object.keys(people).map((id) => [id, byManager.get(id) ?? 0] as const);
  return { ...figures, byManager: new Map(counts) };
}

const ownershipOf = derived((nodes: JourneyMap["nodes"]): Coverage => {
  const byDiscipline: Record<Discipline, number> = { marketing: 0, sales: 0, it: 0 };
  const byManager = new Map<Id, number>();
  let [counted, withOwner, withManager, withBoth] = [0, 0, 0, 0];
  for (const node of valuesOf(nodes)) {
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
});
