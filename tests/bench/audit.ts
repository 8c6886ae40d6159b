import { auditOf } from "#model/audit/audit.ts";
import { applyCommand, type Command } from "#model/commands/command.ts";
import { changeConnection, connect } from "#model/commands/connections.ts";
import { moveNodes } from "#model/commands/moves.ts";
import { addNode, assignOwner, changeFields, remove } from "#model/commands/nodes.ts";
import { addMeasure } from "#model/commands/plan.ts";
import { addStage, renameStage } from "#model/commands/stages.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { newConnection, newMeasure, newNode, newStage } from "#model/new-objects.ts";
import { benchMap } from "./bench-map.ts";
import { medianOf } from "./median.ts";

export interface AuditFigures {
  /** Milliseconds for 5,000 nodes. */
  readonly fromScratch: number;
  /** After a single edit, by what it was. */
  readonly afterEdit: Readonly<Record<string, number>>;
  /** `JSON.stringify` of the same map, on the same machine at the same time. */
  readonly stringify: number;
  readonly findings: number;
}

const NODES = 5000;
const ROUNDS = 25;
const TODAY = "2026-06-01";
const AT = "2026-01-02T00:00:00.000Z";

/** One edit after the other, each of another card. */
const edits: Readonly<Record<string, (map: JourneyMap, round: number) => Command>> = {
  "another owner": (map, round) => {
    const id = `t${77 + round}`;
    return assignOwner(map, [id], map.nodes[id]?.owner === "it" ? "sales" : "it");
  },
  "a rating": (map, round) => {
    const node = map.nodes[`t${77 + round}`];
    const isGood = node?.kind === "touchpoint" && node.customerRating === 2;
    return changeFields(map, [`t${77 + round}`], { customerRating: isGood ? -2 : 2 });
  },
  "a handover": (_map, round) => {
    const handover = { information: `What ${round} knows`, promise: "", timeLimit: null, confirmed: false };
    return changeConnection([`c${200 + round}`], { handover });
  },
  "a measure": (_map, round) =>
    addMeasure(newMeasure(`measure${round}`, { title: "Call back", touchpointIds: [`t${77 + round}`] })),
  "a new connection": (_map, round) =>
    connect(newConnection(`new${round}`, `t${500 + 7 * round}`, `t${900 + 11 * round}`)),
  "a card in another stage": (map, round) => {
    const id = `t${77 + round}`;
    const { x = 0, y = 0 } = map.nodes[id]?.position ?? {};
    return moveNodes(map, [{ id, position: { x: x - 1000, y } }]);
  },
  "a new card": (map, round) => {
    const { x = 0, y = 0 } = map.nodes[`t${77 + round}`]?.position ?? {};
    return addNode(newNode("touchpoint", `new${round}`, { x, y }));
  },
  "a card less": (map, round) => remove(map, [`t${77 + round}`]),
  "another name of a stage": (_map, round) => renameStage("stage3", `Stage ${round}`),
  "a stage at the end": (map, round) => addStage(newStage(`new${round}`, "More"), map.stages.length),
  "a stage in the middle": (_map, round) => addStage(newStage(`new${round}`, "More"), 4),
};

/** How long the audit of a large map takes when nothing is known of it, and after one edit. */
export function measureAudit(): AuditFigures {
  const scratch: number[] = [];
  const text: number[] = [];
  let findings = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    // No object is known from the round before.
    const fresh = structuredClone(benchMap(NODES));
    scratch.push(timeOf(() => auditOf(fresh, TODAY)));
    findings = auditOf(fresh, TODAY).findings.length;
    text.push(timeOf(() => JSON.stringify(fresh)));
  }
  const afterEdit = Object.entries(edits).map(([name, edit]) => [name, afterEach(name, edit)] as const);
  return {
    fromScratch: medianOf(scratch),
    afterEdit: Object.fromEntries(afterEdit),
    stringify: medianOf(text),
    findings,
  };
}

function afterEach(name: string, edit: (map: JourneyMap, round: number) => Command): number {
  let map = structuredClone(benchMap(NODES));
  auditOf(map, TODAY);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const edited = applyCommand(map, edit(map, round), AT);
    if (edited === map) throw new Error(`“${name}” changed nothing in round ${round}`);
    map = edited;
    times.push(timeOf(() => auditOf(edited, TODAY)));
  }
  return medianOf(times);
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
