import { coverageOf, openFindingsOf } from "../audit/audit.ts";
import { ruleOf, rules } from "../audit/rules.ts";
import type { Discipline } from "../discipline.ts";
import type { Id, JourneyMap, Measure, Owner, Person } from "../journey-map.ts";

/** Grows when the figures, or what a rule finds, are others for the same map. */
const FIGURES_VERSION = 5;

/** What the figures are made by: those that were made by anything else are made anew. */
export const figuresMadeBy = [FIGURES_VERSION, ...rules.map(({ id }) => id)].join(" ");

/** What somebody, or nobody, answers for. */
export interface Load {
  readonly touchpoints: number;
  /** Of these the moments of truth. */
  readonly moments: number;
}

export interface PersonFigures extends Pick<Person, "id" | "name" | "email" | "discipline">, Load {}

export interface TouchpointFigures {
  readonly title: string;
  readonly channel: string;
  readonly owner: Owner;
}

export type MeasureFigures = Pick<
  Measure,
  "id" | "title" | "owner" | "managerId" | "startOn" | "dueOn" | "status"
>;

/** What the portfolio knows of one map without loading it: plain data that holds on any day. */
export interface MapFigures {
  readonly mapId: Id;
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly updatedAt: string;
  readonly counted: number;
  readonly withOwner: number;
  readonly withManager: number;
  readonly byDiscipline: Readonly<Record<Discipline, number>>;
  /** The open findings whatever day it is, by rule; rules that find nothing are left out. */
  readonly findings: Readonly<Record<string, number>>;
  /** The open findings that are there once a day (ISO date) is over. */
  readonly later: readonly { readonly ruleId: string; readonly date: string }[];
  /** ISO date without time, or null. */
  readonly reviewOn: string | null;
  readonly people: readonly PersonFigures[];
  /** What nobody answers for. */
  readonly ofNobody: Load;
  /** Those that have a title. */
  readonly touchpoints: readonly TouchpointFigures[];
  readonly measures: readonly MeasureFigures[];
}

/** On it everything is over that can be. */
const LAST_DAY = "9999-12-31";

export function figuresOf(map: JourneyMap): MapFigures {
  const { counted, withOwner, withManager, byDiscipline } = coverageOf(map);
  return {
    mapId: map.id,
    title: map.title,
    updatedAt: map.updatedAt,
    counted,
    withOwner,
    withManager,
    byDiscipline,
    ...findingsOf(map),
    reviewOn: map.reviewOn,
    ...loadsOf(map),
    touchpoints: Object.values(map.nodes).flatMap((node) =>
      node.kind === "touchpoint" && node.title.trim() !== ""
        ? [{ title: node.title, channel: node.channel, owner: node.owner }]
        : [],
    ),
    measures: Object.values(map.measures).map(({ id, title, owner, managerId, startOn, dueOn, status }) => ({
      ...{ id, title, owner, managerId },
      ...{ startOn, dueOn, status },
    })),
  };
}

function findingsOf(map: JourneyMap): Pick<MapFigures, "findings" | "later"> {
  const findings: Record<string, number> = {};
  const later: { ruleId: string; date: string }[] = [];
  for (const { ruleId, values } of openFindingsOf(map, LAST_DAY)) {
    if (ruleOf(ruleId)?.waitsForDay) later.push({ ruleId, date: String(values?.date ?? "") });
    else findings[ruleId] = (findings[ruleId] ?? 0) + 1;
  }
  return { findings, later };
}

function loadsOf(map: JourneyMap): Pick<MapFigures, "people" | "ofNobody"> {
  const loads = new Map<Id | null, { touchpoints: number; moments: number }>();
  for (const node of Object.values(map.nodes)) {
    if (node.kind !== "touchpoint") continue;
    const load = loads.get(node.managerId) ?? { touchpoints: 0, moments: 0 };
    loads.set(node.managerId, load);
    load.touchpoints += 1;
    if (node.momentOfTruth) load.moments += 1;
  }
  const loadOf = (id: Id | null) => loads.get(id) ?? { touchpoints: 0, moments: 0 };
  return {
    people: Object.values(map.people).map(({ id, name, email, discipline }) => ({
      ...{ id, name, email, discipline },
      ...loadOf(id),
    })),
    ofNobody: loadOf(null),
  };
}
