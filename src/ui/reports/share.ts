import type { Finding } from "#model/audit/audit.ts";
import { managerOf } from "#model/audit/manager-of.ts";
import type { Discipline } from "#model/discipline.ts";
import type { Connection, Id, JourneyMap, MapNode, Measure, Touchpoint } from "#model/journey-map.ts";
import { connectionsOf, handoverState } from "#model/queries.ts";
import { touchpointsInOrder } from "#model/touchpoints-in-order.ts";

/** What one person, or one discipline, has to do with a map. */
export interface Share {
  /** Whose it is; null: that of a person. */
  readonly discipline: Discipline | null;
  readonly touchpoints: readonly Touchpoint[];
  /** Changes of owner at these touchpoints, in either direction. */
  readonly handovers: readonly Connection[];
  readonly findings: readonly Finding[];
  readonly measures: readonly Measure[];
}

interface Whose extends Pick<Share, "discipline"> {
  isOfNode(node: MapNode): boolean;
  isOfMeasure(measure: Measure): boolean;
  isOfFinding(finding: Finding): boolean;
}

/** What a person answers for, all of whose ids in the map are given. `findings`: those of the map that are open. */
export function shareOfPerson(map: JourneyMap, findings: readonly Finding[], ids: ReadonlySet<Id>): Share {
  return shareOf(map, findings, {
    discipline: null,
    isOfNode: ({ managerId }) => managerId !== null && ids.has(managerId),
    isOfMeasure: ({ managerId }) => managerId !== null && ids.has(managerId),
    isOfFinding: (finding) => ids.has(managerOf(map, finding) ?? ""),
  });
}

/** What a discipline owns. `findings`: those of the map that are open. */
export function shareOfDiscipline(
  map: JourneyMap,
  findings: readonly Finding[],
  discipline: Discipline,
): Share {
  return shareOf(map, findings, {
    discipline,
    isOfNode: ({ owner }) => owner === discipline,
    isOfMeasure: ({ owner }) => owner === discipline,
    // A measure is theirs wherever it is done, or nowhere yet.
    isOfFinding: ({ subject }) => {
      if (subject?.kind !== "measure" && subject?.kind !== "content") return false;
      return (map.measures[subject.id] ?? map.contents[subject.id])?.owner === discipline;
    },
  });
}

function shareOf(map: JourneyMap, findings: readonly Finding[], whose: Whose): Share {
  const touchpoints = touchpointsInOrder(map).filter(whose.isOfNode);
  const handovers = new Map<Id, Connection>();
  for (const { id } of touchpoints) {
    const { incoming, outgoing } = connectionsOf(map, id);
    for (const connection of [...incoming, ...outgoing])
      if (handoverState(map, connection) !== null) handovers.set(connection.id, connection);
  }
  return {
    discipline: whose.discipline,
    touchpoints,
    handovers: [...handovers.values()],
    findings: findings.filter(
      (finding) =>
        whose.isOfFinding(finding) ||
        finding.nodeIds.some((id) => {
          const node = map.nodes[id];
          return node !== undefined && whose.isOfNode(node);
        }),
    ),
    measures: Object.values(map.measures)
      .filter(whose.isOfMeasure)
      .toSorted((a, b) => (`${a.dueOn ?? "9"}${a.id}` < `${b.dueOn ?? "9"}${b.id}` ? -1 : 1)),
  };
}

export function isEmptyShare({ touchpoints, findings, measures }: Share): boolean {
  return touchpoints.length + findings.length + measures.length === 0;
}
