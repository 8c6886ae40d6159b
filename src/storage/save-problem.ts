import type { SaveProblem } from "#editor/save-state.ts";

const problems: Readonly<Record<string, SaveProblem>> = {
  QuotaExceededError: "storageFull",
  MissingAPIError: "noStorage",
  // Browsers that forbid the storage of a page, each in its own way.
  SecurityError: "noStorage",
  InvalidStateError: "noStorage",
};

/**
 * What an error of the database means to a user. Names count, not messages: a full disk arrives as an AbortError of
 * Dexie with the browser's error inside.
 */
export function saveProblemOf(error: unknown): SaveProblem {
  for (let cause = error, depth = 0; isNamed(cause) && depth < 5; cause = cause.inner, depth += 1) {
    const problem = problems[cause.name];
    if (problem) return problem;
  }
  return "failed";
}

function isNamed(error: unknown): error is { readonly name: string; readonly inner?: unknown } {
  return typeof error === "object" && error !== null && "name" in error && typeof error.name === "string";
}
