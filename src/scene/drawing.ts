import { auditOf, type Finding } from "#model/audit/audit.ts";
import type { Discipline } from "#model/discipline.ts";
import type { JourneyMap, MapNode, Owner } from "#model/journey-map.ts";
import { type Attachments, attachmentsOf, personasOf } from "#model/queries.ts";
import { initialsOf, type Measure } from "./text.ts";

/**
 * How much of a node is drawn. Near: everything. Middle: title, owner and manager, large enough to be read from
 * far away. Far: a block in the colour of the owner.
 */
export type Detail = "near" | "middle" | "far";

/** The words that stand in a drawing, in the language of the reader. */
export interface SceneTexts {
  /** One letter for each discipline. */
  readonly letter: Readonly<Record<Discipline, string>>;
  readonly discipline: Readonly<Record<Discipline, string>>;
  readonly nobody: string;
  readonly noStage: string;
  readonly noTitle: string;
  readonly state: Readonly<Record<"current" | "target", string>>;
  readonly customer: string;
  readonly team: string;
  readonly emotion: string;
  readonly baton: string;
  readonly quotes: readonly [opening: string, closing: string];
}

/** What drawing needs besides the map: words, a way to measure them, and how much larger than usual they are. */
export interface Pen {
  readonly texts: SceneTexts;
  readonly measure: Measure;
  /** ISO date: what is overdue counts among the findings. */
  readonly today: string;
  /** 1, or more where the picture is looked at from far away. */
  readonly typeScale: number;
}

/** What a node's picture shows besides its own fields; equal facts give an equal picture. */
export interface NodeFacts {
  /** Null: nobody. */
  readonly managerName: string | null;
  readonly attachments: Attachments;
  readonly findings: number;
  readonly isCritical: boolean;
  /** Nobody is responsible: an owner or a manager is missing. */
  readonly hasGap: boolean;
  /** Of a journey: the titles of its personas. */
  readonly personas: string;
}

const noFindings: readonly Finding[] = [];

export function factsOf(map: JourneyMap, node: MapNode, today: string): NodeFacts {
  const findings = auditOf(map, today).findingsByNode.get(node.id) ?? noFindings;
  return {
    managerName: node.managerId === null ? null : (map.people[node.managerId]?.name ?? null),
    attachments: attachmentsOf(map, node.id),
    findings: findings.length,
    hasGap: findings.some(({ missing = [] }) => missing.length > 0),
    isCritical: findings.some(({ severity }) => severity === "critical"),
    personas:
      node.kind === "journey"
        ? personasOf(map, node.id)
            .map(({ title }) => title)
            .join("\n")
        : "",
  };
}

export function initialsOfManager({ managerName }: NodeFacts): string | null {
  return managerName === null ? null : initialsOf(managerName);
}

/** "+2", "0", "−1", as a reader expects to see a rating. */
export function ratingText(rating: number): string {
  return rating > 0 ? `+${rating}` : rating < 0 ? `−${-rating}` : "0";
}

export function ratingColor(rating: number): "positive" | "negative" | "neutral" {
  return rating > 0 ? "positive" : rating < 0 ? "negative" : "neutral";
}

/** The height of the slot of an owner in a stripe of three: Marketing on top, Sales in the middle, IT below. */
export function ownerSlot(owner: Exclude<Owner, null>): 0 | 1 | 2 {
  return owner === "marketing" ? 0 : owner === "sales" ? 1 : 2;
}
