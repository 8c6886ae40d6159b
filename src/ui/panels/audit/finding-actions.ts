import type { Finding } from "#model/audit/audit.ts";
import type { Discipline, Id } from "#model/journey-map.ts";

/** What can be done with a finding; the same object from one audit to the next. */
export interface FindingActions {
  /** Goes where it is. */
  show(finding: Finding): void;
  /** Goes to where one agrees on its handover. */
  agree(connectionId: Id): void;
  assignOwner(finding: Finding, owner: Discipline): void;
  /** `assign` carries out what was picked. */
  assignManager(finding: Finding, assign: () => void): void;
  /** Carries out the fix of its rule. */
  fix(finding: Finding): void;
  dismiss(finding: Finding, reason: string): void;
  reopen(finding: Finding): void;
}
