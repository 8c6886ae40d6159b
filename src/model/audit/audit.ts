import { auditSettingsOf } from "../audit-settings.ts";
import { derived } from "../derive.ts";
import { type Discipline, disciplines } from "../discipline.ts";
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

const broadRules = new Set(rules.filter(({ isBroad }) => isBroad).map(({ id }) => id));

function findingsOf(map: JourneyMap, today: string): readonly Finding[] {
  const off = new Set(auditSettingsOf(map).rulesOff);
  const order = nodesInReadingOrder(map);
  const place = new Map(order.map(({ id }, index) => [id, index + 1]));
  // What is about no node comes first.
  const bySeverity = severities.map(() => Array.from({ length: order.length + 1 }, (): Finding[] => []));
  for (const rule of rules) {
    if (off.has(rule.id)) continue;
    const places = bySeverity[severities.indexOf(rule.severity)];
    for (const hit of rule.check(map, { today }))
      places?.[place.get(hit.nodeIds[0] ?? "") ?? 0]?.push(findingOf(map, rule, hit));
  }
  const byId = (a: Finding, b: Finding) => (a.id < b.id ? -1 : 1);
  return bySeverity.flatMap((places) => places.flatMap((here) => (here.length > 1 ? here.sort(byId) : here)));
}

/** By what was found: where a node is the same, its hits and findings are the same objects. */
const knownFindings = new WeakMap<RuleHit, Finding>();

function findingOf(map: JourneyMap, rule: Rule, hit: RuleHit): Finding {
  const known = knownFindings.get(hit);
  const id = known?.id ?? findingId(rule.id, hit);
  const dismissal = Object.hasOwn(map.dismissals, id) ? (map.dismissals[id] ?? null) : null;
  if (known?.dismissal === dismissal) return known;
  const finding = { ...hit, id, ruleId: rule.id, severity: rule.severity, dismissal };
  knownFindings.set(hit, finding);
  return finding;
}

/** The figures of ownership alone, for whoever needs no findings (the library's rows). */
export function coverageOf(map: JourneyMap): Coverage {
  const counted = Object.values(map.nodes).filter(isCounted);
  const amount = (isMet: (node: MapNode) => boolean) => counted.filter(isMet).length;
  const byManager = new Map<Id, number>(Object.keys(map.people).map((id) => [id, 0]));
  for (const { managerId } of counted) {
    if (managerId !== null) byManager.set(managerId, (byManager.get(managerId) ?? 0) + 1);
  }
  return {
    counted: counted.length,
    withOwner: amount(({ owner }) => owner !== null),
    withManager: amount(({ managerId }) => managerId !== null),
    withBoth: amount(({ owner, managerId }) => owner !== null && managerId !== null),
    byDiscipline: Object.fromEntries(
      disciplines.map((discipline) => [discipline, amount(({ owner }) => owner === discipline)]),
    ) as Record<Discipline, number>,
    byManager,
  };
}
