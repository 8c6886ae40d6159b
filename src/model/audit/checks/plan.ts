import { changeMeasure } from "../../commands/plan.ts";
import type { ContentPiece, Id, JourneyMap, Measure } from "../../journey-map.ts";
import { isOverdue, isPending } from "../../overdue.ts";
import { isKind } from "../../queries.ts";
import type { Rule, RuleHit } from "../rule.ts";

function sorted<T extends { readonly id: Id; readonly title: string }>(
  rows: Readonly<Record<Id, T>>,
): readonly T[] {
  const text = ({ title, id }: T) => `${title}\n${id}`;
  return Object.values(rows).sort((a, b) => (text(a) < text(b) ? -1 : 1));
}

function aboutMeasure({ id, touchpointIds }: Measure, values: RuleHit["values"]): RuleHit {
  return {
    nodeIds: [...touchpointIds].sort(),
    key: [id],
    subject: { kind: "measure", id },
    ...(values ? { values } : {}),
  };
}

function lackingIn({ owner, managerId, dueOn }: Measure): string[] {
  return [
    ...(owner === null ? ["owner"] : []),
    ...(managerId === null ? ["managerId"] : []),
    ...(dueOn === null ? ["dueOn"] : []),
  ];
}

export const measureIncomplete: Rule = {
  id: "measure-incomplete",
  severity: "hint",
  scope: "plan",
  reads: { measure: ["owner", "managerId", "dueOn", "status"] },
  check: (map) =>
    sorted(map.measures)
      .filter((measure) => isPending(measure) && lackingIn(measure).length > 0)
      .map((measure) => aboutMeasure(measure, { lacking: lackingIn(measure) })),
  /** Whoever is responsible for the touchpoints; a date nobody can know. */
  fix(map, { subject }) {
    const measure = map.measures[subject?.id ?? ""];
    if (!measure) return null;
    const values = {
      owner: measure.owner ?? onlyOne(map, measure, "owner"),
      managerId: measure.managerId ?? onlyOne(map, measure, "managerId"),
    };
    return lackingIn({ ...measure, ...values }).length > 0 ? null : changeMeasure(map, measure.id, values);
  },
};

/** What all touchpoints of a measure have in common. */
function onlyOne<K extends "owner" | "managerId">(map: JourneyMap, { touchpointIds }: Measure, field: K) {
  const values = new Set(
    touchpointIds.map((id) => map.nodes[id]).flatMap((node) => (node?.[field] ? [node[field]] : [])),
  );
  const [only = null] = values;
  return values.size === 1 ? only : null;
}

export const measureOverdue: Rule = {
  id: "measure-overdue",
  severity: "warning",
  scope: "plan",
  reads: { measure: ["dueOn", "status"] },
  waitsForDay: true,
  check: (map, { today }) =>
    sorted(map.measures)
      .filter((measure) => isOverdue(measure, today))
      .map((measure) => aboutMeasure(measure, { date: measure.dueOn ?? "" })),
  fix: (map, { subject }) => (subject ? changeMeasure(map, subject.id, { status: "done" }) : null),
};

export const contentOrphan: Rule = {
  id: "content-orphan",
  severity: "hint",
  scope: "plan",
  reads: { content: ["personaIds", "touchpointIds", "owner", "trigger"] },
  check: (map) =>
    sorted(map.contents).flatMap((content) => {
      const lacking = lackingInContent(map, content);
      if (lacking.length === 0) return [];
      const { id, touchpointIds } = content;
      const subject = { kind: "content", id } as const;
      return [{ nodeIds: [...touchpointIds].sort(), key: [id], subject, values: { lacking } }];
    }),
};

function lackingInContent(
  map: JourneyMap,
  { personaIds, touchpointIds, owner, trigger }: ContentPiece,
): string[] {
  return [
    ...(personaIds.some((id) => isKind(map.nodes[id], "persona")) ? [] : ["personaIds"]),
    ...(touchpointIds.some((id) => isKind(map.nodes[id], "touchpoint")) ? [] : ["touchpointIds"]),
    ...(owner === null ? ["owner"] : []),
    ...(trigger.trim() === "" ? ["trigger"] : []),
  ];
}
