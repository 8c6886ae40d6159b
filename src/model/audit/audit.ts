import { auditSettingsOf } from "../audit-settings.ts";
import { derived } from "../derive.ts";
import type { Discipline } from "../discipline.ts";
import type { Dismissal, Id, JourneyMap, MapNode } from "../journey-map.ts";
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
  /** The open ones by the nodes that wear their badge. */
  readonly findingsByNode: ReadonlyMap<Id, readonly Finding[]>;
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
  const open: Finding[] = [];
  const dismissed: Finding[] = [];
  const byNode = new Map<Id, Finding[]>();
  for (const finding of findingsOf(map, today)) {
    if (finding.dismissal && !finding.dismissal.isLapsed) {
      dismissed.push(finding);
      continue;
    }
    open.push(finding);
    if (broadRules.has(finding.ruleId)) continue;
    for (const id of finding.nodeIds) {
      const known = byNode.get(id);
      if (known) known.push(finding);
      else byNode.set(id, [finding]);
    }
  }
  return { coverage: coverageOf(map), findings: open, dismissed, findingsByNode: byNode };
}

/** What is open on a day, without being remembered: for maps that nobody looks at. */
export function openFindingsOf(map: JourneyMap, today: string): readonly Finding[] {
  return findingsOf(map, today).filter(({ dismissal }) => dismissal === null || dismissal.isLapsed === true);
}

const broadRules = new Set(rules.filter(({ isBroad }) => isBroad).map(({ id }) => id));

interface Placed {
  /** Of the first node in reading order; what is about no node comes first. */
  readonly place: number;
  readonly finding: Finding;
}

function findingsOf(map: JourneyMap, today: string): readonly Finding[] {
  const off = new Set(auditSettingsOf(map).rulesOff);
  const order = nodesInReadingOrder(map);
  const bySeverity = new Map(severities.map((severity) => [severity, [] as Placed[]]));
  const places = new Map<Id, number>();
  order.forEach((node, place) => {
    places.set(node.id, place);
    for (const finding of findingsAlone(node))
      if (!off.has(finding.ruleId))
        bySeverity.get(finding.severity)?.push({ place, finding: withDismissal(map, finding) });
  });
  for (const rule of rules) {
    if (rule.checkNode || off.has(rule.id)) continue;
    const placed = bySeverity.get(rule.severity);
    for (const hit of rule.check(map, { today }))
      placed?.push({ place: places.get(hit.nodeIds[0] ?? "") ?? -1, finding: findingOf(map, rule, hit) });
  }
  const inOrder = (a: Placed, b: Placed) => a.place - b.place || (a.finding.id < b.finding.id ? -1 : 1);
  return [...bySeverity.values()].flatMap((placed) => placed.sort(inOrder).map(({ finding }) => finding));
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

function findingOf(map: JourneyMap, rule: Rule, hit: RuleHit): Finding {
  const known = knownFindings.get(hit) ?? asFinding(rule, hit);
  knownFindings.set(hit, known);
  return withDismissal(map, known);
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
