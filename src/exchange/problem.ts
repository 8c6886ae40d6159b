/**
 * What is wrong with a file, or what was repaired in it, without a language: the interface makes a sentence of it
 * from the text `problem.<key>`.
 */
export interface Problem {
  readonly key: ProblemKey;
  /** What the sentence names: the kind, title and id of an object, a field, a value, what is allowed. */
  readonly params: Readonly<Record<string, string | number>>;
  /** Where it is in the file, as a programmer writes it: `map.nodes[3].title`. Empty: the file as a whole. */
  readonly path: string;
}

/** The faults that keep a file out. */
export const errorKeys = [
  "empty",
  "tooLarge",
  "unreadable",
  "cancelled",
  "readingFailed",
  "folder",
  "wrongKind",
  "notText",
  "cutOff",
  "notJson",
  "tooDeep",
  "wrongFormat",
  "workspace",
  "newerVersion",
  "tooManyValues",
  "tooManyNodes",
  "tooManyItems",
  "tooMuchData",
  "tooLongList",
  "missing",
  "wrongType",
  "notAllowed",
  "outOfRange",
  "tooSmall",
  "tooBig",
  "numberTooLarge",
  "invalid",
  "inconsistent",
  "notKept",
  "pictureTooLarge",
  "pictureFailed",
  "notWritten",
] as const;

/** The faults that are repaired on the way in. */
export const repairKeys = [
  "missingText",
  "missingId",
  "badId",
  "doubledId",
  "reservedKey",
  "oddNumber",
  "oddDate",
  "oddTime",
  "movedText",
  "cutText",
  "newPlace",
  "missingReference",
  "droppedReference",
  "looseConnection",
  "selfConnection",
  "doubledConnection",
  "doubledDismissal",
] as const;

export type ProblemKey = (typeof errorKeys)[number] | (typeof repairKeys)[number];

export function problem(key: ProblemKey, params: Problem["params"] = {}, path = ""): Problem {
  return { key, params, path };
}

/** So many problems are told one by one, and as many repairs; the others are only counted. */
export const MOST_PROBLEMS = 50;

/** A text of the file that the map could not take whole. */
export interface CutText {
  readonly path: string;
  readonly text: string;
}

/** What was found so far while a file is read. */
export interface Report {
  readonly problems: readonly Problem[];
  /** How many more problems there are than are kept. */
  readonly more: number;
  readonly repairs: readonly Problem[];
  readonly moreRepairs: number;
  readonly cutTexts: readonly CutText[];
  fail(key: ProblemKey, params: Problem["params"], path: string): void;
  repair(key: ProblemKey, params: Problem["params"], path: string): void;
  keep(path: string, text: string): void;
}

export function createReport(): Report {
  const problems: Problem[] = [];
  const repairs: Problem[] = [];
  const cutTexts: CutText[] = [];
  let more = 0;
  let moreRepairs = 0;
  return {
    problems,
    repairs,
    cutTexts,
    get more() {
      return more;
    },
    get moreRepairs() {
      return moreRepairs;
    },
    fail(key, params, path) {
      if (problems.length < MOST_PROBLEMS) problems.push(problem(key, params, path));
      else more += 1;
    },
    repair(key, params, path) {
      if (repairs.length < MOST_PROBLEMS) repairs.push(problem(key, params, path));
      else moreRepairs += 1;
    },
    keep(path, text) {
      cutTexts.push({ path, text });
    },
  };
}
