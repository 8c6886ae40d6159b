import { disciplines } from "#model/discipline.ts";
import type { Discipline } from "#model/journey-map.ts";

/** What a key does in a list of findings, to the one on which one stands. */
type TriageDeed =
  /** Goes to another one, from its place among so many. */
  | { readonly goTo: (place: number, count: number) => number }
  /** Presses a button of it; where it has none, goes to the first of what one has to choose from. */
  | { readonly press: string; readonly orGoTo?: string }
  /** Shows where it is. */
  | "show";

interface TriageKey {
  /** It has a text `triage.<id>`. */
  readonly id: string;
  /** As in a shortcut. */
  readonly keys: readonly string[];
  readonly deed: TriageDeed;
}

/** The letter differs by language. */
const ownerKey = (owner: Discipline): TriageKey => ({
  id: owner,
  keys: [`letter.${owner}`],
  deed: { press: `[data-remedy="owner"][data-owner="${owner}"]` },
});

/** The keys of a list of findings: the lists go by this table, and the help names what is in it. */
export const triageKeys: readonly TriageKey[] = [
  { id: "next", keys: ["arrowdown", "j"], deed: { goTo: (place) => place + 1 } },
  { id: "previous", keys: ["arrowup", "k"], deed: { goTo: (place) => place - 1 } },
  { id: "first", keys: ["home"], deed: { goTo: () => 0 } },
  { id: "last", keys: ["end"], deed: { goTo: (_, count) => count - 1 } },
  { id: "show", keys: ["g"], deed: "show" },
  // A manager has to be chosen, a handover agreed on: the nearest to a fix is to go there.
  {
    id: "fix",
    keys: ["f"],
    deed: {
      press: '[data-remedy="fix"], [data-remedy="managerId"], [data-remedy="agree"]',
      orGoTo: "[data-remedy], [data-dismiss]",
    },
  },
  ...disciplines.map(ownerKey),
  { id: "manager", keys: ["@"], deed: { press: '[data-remedy="managerId"]' } },
  { id: "dismiss", keys: ["d"], deed: { press: "[data-dismiss]" } },
  { id: "reopen", keys: ["r"], deed: { press: '[data-remedy="reopen"]' } },
];
