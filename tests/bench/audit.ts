import { auditOf } from "#model/audit/audit.ts";
import { applyCommand } from "#model/commands/command.ts";
import { assignOwner } from "#model/commands/nodes.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { benchMap } from "./bench-map.ts";
import { medianOf } from "./median.ts";

export interface AuditFigures {
  /** Milliseconds for 5,000 nodes. */
  readonly fromScratch: number;
  readonly afterEdit: number;
  /** `JSON.stringify` of the same map, on the same machine at the same time. */
  readonly stringify: number;
  readonly findings: number;
}

const ROUNDS = 25;
const TODAY = "2026-06-01";

/** How long the audit of a large map takes when nothing is known of it, and after one card got another owner. */
export function measureAudit(): AuditFigures {
  const timeOf = (work: () => unknown) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const scratch: number[] = [];
  const edit: number[] = [];
  const text: number[] = [];
  let findings = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    // No object is known from the round before.
    const fresh: JourneyMap = structuredClone(benchMap(5000));
    scratch.push(timeOf(() => auditOf(fresh, TODAY)));
    findings = auditOf(fresh, TODAY).findings.length;
    const owner = fresh.nodes.t77?.owner === "it" ? "sales" : "it";
    const edited = applyCommand(fresh, assignOwner(fresh, ["t77"], owner), "2026-01-02T00:00:00.000Z");
    edit.push(timeOf(() => auditOf(edited, TODAY)));
    text.push(timeOf(() => JSON.stringify(edited)));
  }
  return {
    fromScratch: medianOf(scratch),
    afterEdit: medianOf(edit),
    stringify: medianOf(text),
    findings,
  };
}
