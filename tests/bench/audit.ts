import { auditOf } from "#model/audit/audit.ts";
import { lapseDismissals } from "#model/audit/lapse-dismissals.ts";
import { applyCommand, type Command } from "#model/commands/command.ts";
import { changeConnection, connect } from "#model/commands/connections.ts";
import { moveNodes } from "#model/commands/moves.ts";
import { addNode, assignOwner, changeFields, remove } from "#model/commands/nodes.ts";
import { addMeasure } from "#model/commands/plan.ts";
import { addStage, renameStage } from "#model/commands/stages.ts";
import { dismissFindings } from "#model/commands/triage.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { newConnection, newMeasure, newNode, newStage } from "#model/new-objects.ts";
import { benchMap } from "./bench-map.ts";
import { medianOf } from "./median.ts";

export interface AuditFigures {
  /** Milliseconds for 5,000 nodes. */
  readonly fromScratch: number;
  /** After a single edit, by what it was. */
  readonly afterEdit: Readonly<Record<string, number>>;
  /** The same with many of the findings dismissed. */
  readonly dismissed: {
    readonly fromScratch: number;
    readonly afterEdit: Readonly<Record<string, number>>;
    /** What an edit takes to find the dismissals that it ends, by what it was. */
    readonly lapse: Readonly<Record<string, number>>;
  };
  /** `JSON.stringify` of the same map, on the same machine at the same time. */
  readonly stringify: number;
  readonly findings: number;
}

const NODES = 5000;
export const DISMISSED = 2000;
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

/** Those that are done with many dismissals too: of one card, of a connection, and of what all rules look at. */
const editsWithDismissals = ["another owner", "a rating", "a handover", "a new card", "a stage at the end"];

/** How long the audit of a large map takes when nothing is known of it, and after one edit. */
export function measureAudit(): AuditFigures {
  const plain = benchMap(NODES);
  const { findings } = auditOf(plain, TODAY);
  // Of all kinds, from one end of the map to the other.
  const every = findings.length / DISMISSED;
  const settled = Array.from(
    { length: DISMISSED },
    (_, place) => findings[Math.floor(place * every)]?.id ?? "",
  );
  const dismissed = applyCommand(plain, dismissFindings(settled, "Known", AT), AT);
  const left = auditOf(dismissed, TODAY).findings.length;
  if (left !== findings.length - DISMISSED) throw new Error(`${left} findings are left`);
  const withDismissals = editsWithDismissals.flatMap((name) => {
    const edit = edits[name];
    return edit ? [[name, afterEach(dismissed, name, edit)] as const] : [];
  });
  return {
    fromScratch: fromScratch(plain),
    afterEdit: Object.fromEntries(
      Object.entries(edits).map(([name, edit]) => [name, afterEach(plain, name, edit).audit] as const),
    ),
    dismissed: {
      fromScratch: fromScratch(dismissed),
      afterEdit: Object.fromEntries(withDismissals.map(([name, { audit }]) => [name, audit])),
      lapse: Object.fromEntries(withDismissals.map(([name, { lapse }]) => [name, lapse])),
    },
    stringify: eachFresh(plain, (fresh) => JSON.stringify(fresh)),
    findings: findings.length,
  };
}

/** With a map of which no object is known from the round before, one after the other: many at once would fill the memory. */
function eachFresh(map: JourneyMap, work: (fresh: JourneyMap) => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const fresh = structuredClone(map);
    return timeOf(() => work(fresh));
  });
  return medianOf(times);
}

function fromScratch(map: JourneyMap): number {
  return eachFresh(map, (fresh) => auditOf(fresh, TODAY));
}

interface AfterEdit {
  readonly audit: number;
  readonly lapse: number;
}

function afterEach(
  start: JourneyMap,
  name: string,
  edit: (map: JourneyMap, round: number) => Command,
): AfterEdit {
  let map = structuredClone(start);
  auditOf(map, TODAY);
  const times: number[] = [];
  const lapses: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = map;
    const edited = applyCommand(before, edit(before, round), AT);
    if (edited === before) throw new Error(`“${name}” changed nothing in round ${round}`);
    // As the editor does it with every change.
    lapses.push(
      timeOf(() => {
        map = lapseDismissals(before, edited);
      }),
    );
    times.push(timeOf(() => auditOf(map, TODAY)));
  }
  return { audit: medianOf(times), lapse: medianOf(lapses) };
}

/**
 * Milliseconds, of the clock's and the processor's the fewer: on a busy machine the clock tells of other programs, and on
 * a quiet one the processor of the threads that clear up beside the work.
 */
function timeOf(work: () => unknown): number {
  const [start, used] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(used);
  return Math.min(performance.now() - start, (user + system) / 1000);
}
