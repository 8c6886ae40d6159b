import {
  burdenOnCustomer,
  delightOnDisappointment,
  perceptionGap,
  selfRatedOnly,
  tooSlow,
} from "./checks/experience.ts";
import { handoverEmpty, handoverOpen, leadUndefined } from "./checks/handovers.ts";
import {
  disciplineAbsent,
  managerOutside,
  managerOverloaded,
  momentOfTruthUnowned,
  noManager,
  noOwner,
} from "./checks/ownership.ts";
import { deadEnd, emptyStage, nobodyHolds, orphan, pingPong, unreachable } from "./checks/paths.ts";
import { contentOrphan, measureIncomplete, measureOverdue } from "./checks/plan.ts";
import {
  journeyWithoutPersona,
  noMaintainer,
  personaWithoutJourney,
  reviewOverdue,
  stageIsDepartment,
} from "./checks/structure.ts";
import type { Rule } from "./rule.ts";

/** The table of rules: one entry here is all that a new rule needs besides its texts. */
export const rules: readonly Rule[] = [
  momentOfTruthUnowned,
  nobodyHolds,
  noOwner,
  noManager,
  managerOverloaded,
  managerOutside,
  disciplineAbsent,
  handoverOpen,
  handoverEmpty,
  leadUndefined,
  pingPong,
  perceptionGap,
  selfRatedOnly,
  tooSlow,
  burdenOnCustomer,
  delightOnDisappointment,
  measureOverdue,
  measureIncomplete,
  contentOrphan,
  orphan,
  deadEnd,
  unreachable,
  emptyStage,
  journeyWithoutPersona,
  personaWithoutJourney,
  stageIsDepartment,
  reviewOverdue,
  noMaintainer,
];

const rulesById = new Map(rules.map((rule) => [rule.id, rule]));

/** Null for a rule of a newer program, or of none. */
export function ruleOf(id: string): Rule | null {
  return rulesById.get(id) ?? null;
}
