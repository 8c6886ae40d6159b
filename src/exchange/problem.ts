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
  "folder",
  "wrongKind",
  "notText",
  "cutOff",
  "notJson",
  "tooDeep",
  "wrongFormat",
  "workspace",
  "newerVersion",
  "tooManyItems",
  "missing",
  "wrongType",
  "notAllowed",
  "outOfRange",
  "tooSmall",
  "tooBig",
  "numberTooLarge",
  "notADate",
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
  "oddLength",
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

/** So many problems are told one by one; the others are only counted. */
export const MOST_PROBLEMS = 50;

/** What was found so far while a file is read. */
export interface Report {
  readonly problems: readonly Problem[];
  /** How many more problems there are than are kept. */
  readonly more: number;
  readonly repairs: readonly Problem[];
  fail(key: ProblemKey, params: Problem["params"], path: string): void;
  repair(key: ProblemKey, params: Problem["params"], path: string): void;
}

export function createReport(): Report {
  const problems: Problem[] = [];
  const repairs: Problem[] = [];
  let more = 0;
  return {
    problems,
    repairs,
    get more() {
      return more;
    },
    fail(key, params, path) {
      if (problems.length < MOST_PROBLEMS) problems.push(problem(key, params, path));
      else more += 1;
    },
    repair(key, params, path) {
      repairs.push(problem(key, params, path));
    },
  };
}
