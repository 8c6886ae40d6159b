import * as fc from "fast-check";
import { clipOf, pasteClip } from "#model/clip.ts";
import { align, alignments } from "#model/commands/align.ts";
import { applyCommand, type Command } from "#model/commands/command.ts";
import {
  changeConnection,
  changeConnections,
  connect,
  reconnect,
  reverseConnection,
} from "#model/commands/connections.ts";
import { changeMap } from "#model/commands/map.ts";
import { moveNodes } from "#model/commands/moves.ts";
import {
  addNode,
  addNodes,
  assignManager,
  assignOwner,
  changeFields,
  convertNode,
  nextLanePosition,
  remove,
} from "#model/commands/nodes.ts";
import { addManager, addPerson, changePerson, mergePeople, removePerson } from "#model/commands/people.ts";
import {
  addContent,
  addMeasure,
  changeContent,
  changeMeasure,
  removeContents,
  removeMeasures,
} from "#model/commands/plan.ts";
import { changeRaci } from "#model/commands/raci.ts";
import { restoreMap } from "#model/commands/restore.ts";
import {
  addStage,
  describeStage,
  moveStage,
  removeStage,
  renameStage,
  resizeStage,
} from "#model/commands/stages.ts";
import { tidyUp } from "#model/commands/tidy.ts";
import { changeAuditSettings, dismissFindings, reopenFindings } from "#model/commands/triage.ts";
import { disciplines } from "#model/discipline.ts";
import { nodeKinds } from "#model/fields.ts";
import { type Id, type JourneyMap, measureStatuses } from "#model/journey-map.ts";
import { newConnection, newContent, newMeasure, newNode, newPerson, newStage } from "#model/new-objects.ts";
import { raciParts, raciRoles } from "#model/raci-parts.ts";
import { aMap, START } from "../builders.ts";

/** What a random step draws its ids and values from; numbers are taken modulo what there is to choose. */
export interface Dice {
  readonly recipe: string;
  readonly a: number;
  readonly b: number;
  readonly some: readonly number[];
  readonly x: number;
  readonly y: number;
}

/** What the dice choose in a map, missing things now and then. */
interface Choice {
  readonly map: JourneyMap;
  readonly id: Id;
  readonly otherId: Id;
  readonly ids: readonly Id[];
  readonly connectionId: Id;
  readonly personId: Id;
  readonly otherPersonId: Id;
  readonly stageId: Id;
  readonly index: number;
  readonly point: { x: number; y: number };
  readonly of: <T>(list: readonly [T, ...T[]]) => T;
  newId(): Id;
}

/** An older state that has little in common with any map, besides some of its ids. */
const otherState = aMap()
  .withPerson({ name: "Back again" })
  .withStage({ name: "Only stage" })
  .withJourney()
  .withTouchpoint({ managerId: "person1", owner: "it" })
  .withPersona()
  .withConnection("persona1", "journey1")
  .with({ title: "As it was", maintainerId: "person1" })
  .build();

/** Every command there is; a new one belongs here. */
const recipes: Readonly<Record<string, (choice: Choice) => Command>> = {
  addPersona: ({ newId, point }) => addNode(newNode("persona", newId(), point)),
  addJourney: ({ map, newId }) => addNode(newNode("journey", newId(), nextLanePosition(map))),
  addJourneyAnywhere: ({ newId, point }) => addNode(newNode("journey", newId(), point)),
  addTouchpoint: ({ newId, point }) => addNode(newNode("touchpoint", newId(), point)),
  addTouchpoints: ({ newId, point }) => addNodes([1, 2, 3].map(() => newNode("touchpoint", newId(), point))),
  addConnected: ({ newId, point, id }) =>
    addNode(newNode("touchpoint", newId(), point), { connectFrom: { nodeId: id, connectionId: newId() } }),
  addWithLooseEnds: ({ newId, point, id, stageId, personId }) => {
    const values = { journeyId: id, stageId, managerId: personId };
    return addNode(newNode("touchpoint", newId(), point, values), { snap: false });
  },
  addAgain: ({ id, point, of }) => addNode(newNode(of(nodeKinds), id, point)),
  addNote: ({ newId, point }) => addNode(newNode("note", newId(), point)),
  changeTitle: ({ map, ids, id }) => changeFields(map, ids, { title: `${id}!` }, "typing"),
  changeHeight: ({ map, ids, point }) => changeFields(map, ids, { height: point.y }),
  changeRating: ({ map, ids, index }) => changeFields(map, ids, { customerRating: index }),
  chooseJourney: ({ map, ids, id, index }) =>
    changeFields(map, ids, { journeyId: index % 5 === 0 ? null : id }),
  chooseStage: ({ map, ids, stageId, index }) =>
    changeFields(map, ids, { stageId: index % 5 === 0 ? null : stageId }),
  assignOwner: ({ map, ids, of }) => assignOwner(map, ids, of([null, ...disciplines])),
  assignManager: ({ map, ids, personId, of }) => assignManager(map, ids, of([null, personId])),
  remove: ({ map, ids, connectionId }) => remove(map, ids.slice(0, 2), [connectionId]),
  move: ({ map, ids, point }) => moveNodes(map, movesBy(map, ids, point)),
  moveUnsnapped: ({ map, ids, point }) => moveNodes(map, movesBy(map, ids, point), false),
  moveAll: ({ map, point }) => moveNodes(map, movesBy(map, Object.keys(map.nodes), point)),
  moveNowhere: ({ map, id }) => moveNodes(map, [{ id, position: { x: Number.NaN, y: 0 } }]),
  convert: ({ map, id, of }) => convertNode(map, id, of(nodeKinds)),
  align: ({ map, ids, of }) => align(map, ids, of(alignments)),
  connect: ({ id, otherId, newId }) => connect(newConnection(newId(), id, otherId)),
  connectAgain: ({ id, otherId, connectionId }) => connect(newConnection(connectionId, id, otherId)),
  changeConnection: ({ connectionId, index }) =>
    changeConnection([connectionId], {
      label: `${index}`,
      handover: { information: "order", promise: "", timeLimit: index, confirmed: index % 2 === 0 },
    }),
  reverse: ({ connectionId }) => reverseConnection(connectionId),
  reconnect: ({ connectionId, id, otherId }) => reconnect(connectionId, id, otherId),
  addPerson: ({ newId }) => addPerson(newPerson(newId(), "Somebody")),
  addManager: ({ newId, ids }) => addManager(newPerson(newId(), "Somebody else"), ids),
  changePerson: ({ personId, index }) => changePerson(personId, "name", { name: `Name ${index}` }),
  mergePeople: ({ map, personId, otherPersonId }) => mergePeople(map, personId, otherPersonId),
  removePerson: ({ map, personId }) => removePerson(map, personId),
  changeMap: ({ index }) => changeMap({ title: `Title ${index}` }),
  changeMaintainer: ({ personId }) => changeMap({ maintainerId: personId }),
  addStage: ({ newId, index }) => addStage(newStage(newId(), "A stage"), index),
  addStageAgain: ({ stageId, index }) => addStage(newStage(stageId, "The same"), index),
  renameStage: ({ stageId, index }) => renameStage(stageId, `Stage ${index}`),
  describeStage: ({ stageId, index }) => describeStage(stageId, "name", `${index}`),
  resizeStage: ({ stageId, point }) => resizeStage(stageId, "name", point.x),
  moveStage: ({ stageId, index }) => moveStage(stageId, "name", index),
  removeStage: ({ stageId }) => removeStage(stageId, "name"),
  duplicate: ({ map, ids, newId }) => pasteInto(map, ids, newId, { x: 30, y: 30 }),
  paste: ({ map, ids, newId, point }) => pasteInto(map, ids, newId, point),
  tidyUp: () => tidyUp(),
  restore: ({ map, ids }) => restoreMap(applyCommand(map, remove(map, ids, []), START), "a while ago"),
  changeConnections: ({ connectionId, index }) =>
    changeConnections([{ id: connectionId, values: { label: `${index}` } }]),
  addMeasure: ({ ids, personId, newId, of }) =>
    addMeasure(
      newMeasure(newId(), { touchpointIds: ids, managerId: personId, owner: of([null, ...disciplines]) }),
    ),
  changeMeasure: ({ map, ids, index, of }) => {
    const [id = "missing"] = Object.keys(map.measures).sort();
    return changeMeasure(map, id, { touchpointIds: ids, status: of(measureStatuses), budget: `${index}` });
  },
  removeMeasures: ({ map }) => removeMeasures(map, Object.keys(map.measures).sort().slice(0, 1)),
  addContent: ({ ids, newId }) => addContent(newContent(newId(), { touchpointIds: ids, personaIds: ids })),
  changeContent: ({ map, ids, index }) => {
    const [id = "missing"] = Object.keys(map.contents).sort();
    return changeContent(map, id, { personaIds: ids, trigger: index > 20 ? "asked for" : "" });
  },
  removeContents: ({ map }) => removeContents(map, Object.keys(map.contents).sort().slice(0, 1)),
  dismiss: ({ ids }) =>
    dismissFindings(
      ids.flatMap((id) => [`no-owner:${id}`, `dead-end:${id}`]),
      "not now",
      START,
    ),
  reopen: ({ map }) => reopenFindings(Object.keys(map.dismissals).slice(0, 1)),
  changeAudit: ({ map, index }) => changeAuditSettings(map, { mostMoments: Math.max(0, index) }),
  changeRaci: ({ map, id, of }) =>
    changeRaci(map, id, of(raciRoles), of([...raciParts, null, "accountable", "accountable"])),
  restoreOther: () => restoreMap(otherState, "another one"),
};

function movesBy(map: JourneyMap, ids: readonly Id[], by: { x: number; y: number }) {
  return ids.map((id) => {
    const { x, y } = map.nodes[id]?.position ?? { x: 0, y: 0 };
    return { id, position: { x: x + by.x, y: y + by.y } };
  });
}

function pasteInto(map: JourneyMap, ids: readonly Id[], newId: () => Id, offset: { x: number; y: number }) {
  return pasteClip(map, clipOf(map, ids), { newId, offset, label: "paste" }).command;
}

const number = fc.nat({ max: 40 });

export const dice: fc.Arbitrary<Dice> = fc.record({
  recipe: fc.constantFrom(...Object.keys(recipes)),
  a: number,
  b: number,
  some: fc.array(number, { maxLength: 6 }),
  x: fc.integer({ min: -800, max: 2500 }),
  y: fc.integer({ min: -600, max: 2000 }),
});

/** The command that the dice make in a map; deterministic, as long as `newId` is. */
export function commandOf(map: JourneyMap, { recipe, a, b, some, x, y }: Dice, newId: () => Id): Command {
  const pick = (ids: readonly Id[], at: number) => [...ids, "missing"][at % (ids.length + 1)] ?? "missing";
  const nodes = Object.keys(map.nodes).sort();
  const people = Object.keys(map.people).sort();
  const stages = map.stages.map(({ id }) => id);
  const make = recipes[recipe];
  if (!make) throw new Error(`no recipe ${recipe}`);
  return make({
    map,
    newId,
    id: pick(nodes, a),
    otherId: pick(nodes, b),
    ids: some.map((at) => pick(nodes, at)),
    connectionId: pick(Object.keys(map.connections).sort(), a),
    personId: pick(people, a),
    otherPersonId: pick(people, b),
    stageId: pick(stages, a),
    index: b - 5,
    point: { x, y },
    of: (list) => list[b % list.length] ?? list[0],
  });
}

/** Ids that count, so that a failing run can be repeated. */
export function countingIds(): () => Id {
  let count = 0;
  return () => {
    count += 1;
    return `new${count}`;
  };
}
