import { changedParts, changesBetween } from "./changed-parts.ts";
import { derived } from "./derive.ts";
import { journeysInOrder } from "./geometry.ts";
import type { Connection, Id, Journey, JourneyMap, MapNode } from "./journey-map.ts";
import { connectionsOf } from "./queries.ts";
import { idsInReadingOrder } from "./reading-order.ts";
import { isSameStageOrder } from "./stage-order.ts";

/**
 * How customers go through one journey, or through what belongs to none: in which order its touchpoints stand, in which
 * order the stages that they stand in follow each other, and the connections from them and to them. The states of a map
 * in which this is the same share it. Most commands change who owns a card, or what it says, and not where the customer
 * goes; and those that do change the course of one journey or of two.
 */
interface Course {
  /** What was made of it, by what made it. */
  readonly more: Made;
}

/** The courses of all journeys of a map. */
interface Courses {
  readonly byJourney: Map<Id | null, Course>;
  /** What was made of all of them and of the order of the journeys. */
  readonly more: Made;
}

type Made = Map<(...args: never[]) => unknown, unknown>;

interface Known {
  readonly map: JourneyMap;
  readonly courses: Courses;
}

/** While one map is worked on, others may be looked at in turn: for the portfolio, or to compare two of them. */
const MOST_MAPS = 3;

/** Of the maps that were looked at last the state that was, the newest first. */
let newest: readonly Known[] = [];

function coursesOf(map: JourneyMap): Courses {
  if (newest[0]?.map === map) return newest[0].courses;
  const courses = knownCourses(map);
  newest = [{ map, courses }, ...newest.filter((one) => one.map.id !== map.id).slice(0, MOST_MAPS - 1)];
  return courses;
}

const knownCourses = derived((map: JourneyMap): Courses => {
  const before = newest.find((one) => one.map.id === map.id);
  return (before && goneOnFrom(before, map)) ?? { byJourney: new Map(), more: new Map() };
});

/** Null where so much is different that nothing is worth keeping. */
function goneOnFrom({ map: before, courses }: Known, after: JourneyMap): Courses | null {
  if (!isSameStageOrder(before.stages, after.stages)) return null;
  const touched = touchedJourneys(before, after);
  if (!touched) return null;
  if (touched.size === 0 && isSameRow(journeysInOrder(before), journeysInOrder(after))) return courses;
  const byJourney = new Map(courses.byJourney);
  for (const id of touched) byJourney.delete(id);
  return { byJourney, more: new Map() };
}

function isSameRow(before: readonly Journey[], after: readonly Journey[]): boolean {
  return before.length === after.length && before.every(({ id }, index) => id === after[index]?.id);
}

function touchedJourneys(before: JourneyMap, after: JourneyMap): ReadonlySet<Id | null> | null {
  const nodes = changesBetween(before.nodes, after.nodes);
  const connections = changedParts(before.connections, after.connections);
  if (!nodes || !connections) return null;
  const touched = new Set<Id | null>();
  const touch = (node: MapNode | null | undefined) => {
    if (node?.kind === "touchpoint") touched.add(node.journeyId);
  };
  for (const change of nodes.changed) {
    if (isSamePlace(...change)) continue;
    change.forEach(touch);
    for (const id of neighboursOfConverted(after, ...change)) touch(after.nodes[id]);
  }
  // What stands elsewhere in the same order is passed in the same order.
  const isReordered = nodes.moved.length > 0 && idsInReadingOrder(before) !== idsInReadingOrder(after);
  if (isReordered) for (const change of nodes.moved) change.forEach(touch);
  for (const change of connections) {
    if (isSameWay(...change)) continue;
    for (const end of change.flatMap((one) => (one ? [one.from, one.to] : []))) {
      touch(before.nodes[end]);
      touch(after.nodes[end]);
    }
  }
  return touched;
}

function isSamePlace(before: MapNode | null, after: MapNode | null): boolean {
  if (before?.kind !== "touchpoint" || after?.kind !== "touchpoint") return before?.kind === after?.kind;
  return (
    before.position.x === after.position.x &&
    before.position.y === after.position.y &&
    before.journeyId === after.journeyId &&
    before.stageId === after.stageId
  );
}

/** Where a card becomes another thing, the customer no longer comes to it, from whatever journey. */
function neighboursOfConverted(
  map: JourneyMap,
  before: MapNode | null,
  after: MapNode | null,
): readonly Id[] {
  if (!after || before?.kind === after.kind) return [];
  const { incoming, outgoing } = connectionsOf(map, after.id);
  return [...incoming.map(({ from }) => from), ...outgoing.map(({ to }) => to)];
}

function isSameWay(before: Connection | null, after: Connection | null): boolean {
  return before?.from === after?.from && before?.to === after?.to;
}

/** Remembers what a pure function makes of the course of one journey, or with null of what belongs to none. */
export function derivedOfCourse<R>(
  compute: (map: JourneyMap, journeyId: Id | null) => R,
): (map: JourneyMap, journeyId: Id | null) => R {
  return (map, journeyId) => {
    const { more } = courseOf(coursesOf(map), journeyId);
    return remembered(more, compute, () => compute(map, journeyId));
  };
}

function courseOf({ byJourney }: Courses, journeyId: Id | null): Course {
  const known = byJourney.get(journeyId);
  if (known) return known;
  const course = { more: new Map() };
  byJourney.set(journeyId, course);
  return course;
}

/** The same for what needs the courses of all journeys, and nothing else of the map. */
export function derivedOfCourses<R>(compute: (map: JourneyMap) => R): (map: JourneyMap) => R {
  return (map) => remembered(coursesOf(map).more, compute, () => compute(map));
}

/** One list for each journey in the order of these, and one for what belongs to none. */
export function listsByJourney<T>(
  compute: (map: JourneyMap, journeyId: Id | null) => readonly T[],
): (map: JourneyMap) => readonly (readonly T[])[] {
  const listOf = derivedOfCourse(compute);
  return derivedOfCourses((map) => [
    ...journeysInOrder(map).map(({ id }) => listOf(map, id)),
    listOf(map, null),
  ]);
}

function remembered<R>(more: Made, key: (...args: never[]) => unknown, compute: () => R): R {
  if (more.has(key)) return more.get(key) as R;
  const result = compute();
  more.set(key, result);
  return result;
}
