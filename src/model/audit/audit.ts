import { derived } from "../derive.ts";
import { type Discipline, disciplines } from "../discipline.ts";
import type { Id, JourneyMap, MapNode } from "../journey-map.ts";
import { isCounted, nodesInReadingOrder } from "../queries.ts";
import { type RuleHit, rules, type Severity, severities } from "./rules.ts";

export interface Finding extends RuleHit {
  /** Rule and sorted node ids: the same fault has the same id at every run. */
  readonly id: string;
  readonly ruleId: string;
  readonly severity: Severity;
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
  /** The gravest first, then in reading order of the map. */
  readonly findings: readonly Finding[];
  readonly findingsByNode: ReadonlyMap<Id, readonly Finding[]>;
}

/** The audit of a map; remembered as long as the map object lives. */
export const auditOf = derived((map: JourneyMap): Audit => {
  const findings = findingsOf(map);
  const byNode = new Map<Id, Finding[]>();
  for (const finding of findings) {
    for (const id of finding.nodeIds) byNode.set(id, [...(byNode.get(id) ?? []), finding]);
  }
  return { coverage: coverageOf(map), findings, findingsByNode: byNode };
});

function findingsOf(map: JourneyMap): readonly Finding[] {
  const place = new Map(nodesInReadingOrder(map).map(({ id }, index) => [id, index]));
  const placeOf = ({ nodeIds: [first = ""] }: Finding) => place.get(first) ?? -1;
  return rules
    .flatMap((rule) =>
      rule.check(map).map(
        (hit): Finding => ({
          ...hit,
          id: `${rule.id}:${[...hit.nodeIds].sort().join(",")}`,
          ruleId: rule.id,
          severity: rule.severity,
        }),
      ),
    )
    .filter(({ id }) => !Object.hasOwn(map.dismissals, id))
    .sort(
      (a, b) =>
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        placeOf(a) - placeOf(b) ||
        (a.id < b.id ? -1 : 1),
    );
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
