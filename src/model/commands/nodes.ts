import type { Draft } from "immer";
import { fieldsOf, initialValues, type NodeKind } from "../fields.ts";
import { LANE_GAP, lanesBottom, lanesLeft } from "../geometry.ts";
import { isSame } from "../is-same.ts";
import type { Id, JourneyMap, MapNode, Owner, Point } from "../journey-map.ts";
import { newConnection } from "../new-objects.ts";
import { type Command, thingOf } from "./command.ts";
import { connect } from "./connections.ts";
import { placeTouchpoint, settleLanes, snapshot } from "./lanes.ts";
import { moveIntoTheirCells } from "./move-into-cells.ts";

/** How a new node comes into the map. */
export interface AddNodeOptions {
  /** Connects the new node: from this node to it. */
  readonly connectFrom?: { readonly nodeId: Id; readonly connectionId: Id };
  /** False: the node stays where it is put, and its cell fields as they are. */
  readonly snap?: boolean;
}

export function addNode(node: MapNode, options: AddNodeOptions = {}): Command {
  return addNodes([node], options);
}

/** Adds nodes where their positions say; touchpoints find their cell and a free slot in it. */
export function addNodes(nodes: readonly MapNode[], options: AddNodeOptions = {}): Command {
  const [first] = nodes;
  return {
    label: {
      key: "add",
      thing: thingOf(nodes),
      count: nodes.length,
      ...(nodes.length === 1 && first ? { name: first.title } : {}),
    },
    apply(draft) {
      const added = nodes.filter(({ id }) => !draft.nodes[id]);
      for (const node of added) {
        // A copy, because placing it changes it and the command may be applied again.
        draft.nodes[node.id] = withoutLooseReferences(draft, node);
        if (node.kind === "touchpoint" && options.snap !== false) {
          placeTouchpoint(draft, node.id, node.position, true);
          // The next one finds its cell where its lane is then.
          if (added.length > 1) settleLanes(draft);
        }
      }
      settleLanes(draft);
      const { connectFrom } = options;
      if (connectFrom && first && added.includes(first)) {
        connect(newConnection(connectFrom.connectionId, connectFrom.nodeId, first.id)).apply(draft);
      }
    },
  };
}

/** A copy of a node that names only what the map holds. */
function withoutLooseReferences(draft: Draft<JourneyMap>, node: MapNode): Draft<MapNode> {
  const copy = structuredClone(node) as Draft<MapNode>;
  if (!isReachable(draft, "managerId", copy.managerId)) copy.managerId = null;
  if (copy.kind !== "touchpoint") return copy;
  if (!isReachable(draft, "journeyId", copy.journeyId)) copy.journeyId = null;
  if (!isReachable(draft, "stageId", copy.stageId)) copy.stageId = null;
  return copy;
}

/** Whether a field that names something names what is there. */
function isReachable(draft: Draft<JourneyMap>, field: string, value: unknown): boolean {
  if (value === null || typeof value !== "string") return true;
  if (field === "managerId") return draft.people[value] !== undefined;
  if (field === "journeyId") return draft.nodes[value]?.kind === "journey";
  if (field === "stageId") return draft.stages.some(({ id }) => id === value);
  return true;
}

/** Where the next lane goes: below the last one. */
export function nextLanePosition(map: JourneyMap): Point {
  const bottom = lanesBottom(map);
  return { x: lanesLeft(map), y: bottom === null ? 0 : bottom + LANE_GAP };
}

/** One or more fields of one or more nodes. Nodes without such a field are left alone. */
export function changeFields(
  map: JourneyMap,
  ids: readonly Id[],
  values: Readonly<Record<string, unknown>>,
  mergeKey?: string,
): Command {
  const nodes = ids.map((id) => map.nodes[id]).filter((node) => node !== undefined);
  const [only] = nodes;
  const [field = ""] = Object.keys(values);
  return {
    label: {
      key: field === "title" ? "renameNode" : "changeField",
      field,
      thing: thingOf(nodes),
      count: nodes.length,
      // The title that is being typed, not what it was a keystroke ago.
      ...(nodes.length === 1 && only
        ? { name: typeof values.title === "string" ? values.title : only.title }
        : {}),
    },
    ...(mergeKey === undefined ? {} : { mergeKey: `${mergeKey}:${field}:${ids.join()}` }),
    apply: (draft) =>
      setValues(
        draft,
        ids.map((nodeId) => ({ nodeId, values })),
      ),
  };
}

/** One field of nodes, called in the history as users call it. A value that the field cannot have changes nothing. */
export function changeField(
  map: JourneyMap,
  ids: readonly Id[],
  name: string,
  value: unknown,
  mergeKey?: string,
): Command {
  const command = changeFields(map, ids, { [name]: value }, mergeKey);
  if (name === "owner") return { ...command, label: assignmentLabel(map, ids, "assignOwner") };
  if (name === "managerId") return { ...command, label: assignmentLabel(map, ids, "assignManager") };
  return command;
}

/** Fields of nodes, what they become; a value that a field cannot have is left out. */
export interface NodeValues {
  readonly nodeId: Id;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Changes fields of nodes; cards that belong to other cells now find their places, all at once. */
export function setValues(draft: Draft<JourneyMap>, changes: readonly NodeValues[]): void {
  const astray = new Set<Id>();
  for (const { nodeId, values } of changes) if (setFields(draft, nodeId, values)) astray.add(nodeId);
  moveIntoTheirCells(draft, [...astray]);
  if (changes.some(({ values }) => "height" in values)) settleLanes(draft);
}

/** Whether the node belongs to another cell now. */
function setFields(draft: Draft<JourneyMap>, id: Id, values: Readonly<Record<string, unknown>>): boolean {
  const node = draft.nodes[id];
  if (!node) return false;
  const fields = fieldsOf(node.kind);
  const record = node as unknown as Record<string, unknown>;
  const changed = new Set<string>();
  for (const [name, wanted] of Object.entries(values)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const value = typeof wanted === "number" ? Math.max(wanted, field?.minimum ?? wanted) : wanted;
    if (!field?.schema.safeParse(value).success || !isReachable(draft, name, value)) continue;
    if (isSame(record[name], value)) continue;
    record[name] = value;
    changed.add(name);
  }
  return changed.has("stageId") || changed.has("journeyId");
}

export function assignOwner(map: JourneyMap, ids: readonly Id[], owner: Owner): Command {
  return changeField(map, ids, "owner", owner);
}

export function assignManager(map: JourneyMap, ids: readonly Id[], managerId: Id | null): Command {
  return changeField(map, ids, "managerId", managerId);
}

function assignmentLabel(map: JourneyMap, ids: readonly Id[], key: "assignOwner" | "assignManager") {
  const nodes = ids.map((id) => map.nodes[id]).filter((node) => node !== undefined);
  const [only] = nodes;
  const name = nodes.length === 1 && only ? { name: only.title } : {};
  return { key, thing: thingOf(nodes), count: nodes.length, ...name } as const;
}

/**
 * Removes nodes and connections with all that hangs on them: connections of a node, its place in measures and
 * content pieces. Touchpoints of a removed journey stay where they are, without a journey.
 */
export function remove(map: JourneyMap, nodeIds: readonly Id[], connectionIds: readonly Id[] = []): Command {
  const nodes = nodeIds.map((id) => map.nodes[id]).filter((node) => node !== undefined);
  const [only] = nodes;
  return {
    label:
      nodes.length > 0
        ? {
            key: "remove",
            thing: thingOf(nodes),
            count: nodes.length,
            ...(nodes.length === 1 && only ? { name: only.title } : {}),
          }
        : { key: "remove", thing: "connection", count: connectionIds.length },
    apply(draft) {
      const gone = new Set(nodeIds.filter((id) => draft.nodes[id]));
      for (const id of gone) delete draft.nodes[id];
      for (const id of connectionIds) delete draft.connections[id];
      if (gone.size > 0) removeTraces(draft, gone);
    },
  };
}

function removeTraces(draft: Draft<JourneyMap>, gone: ReadonlySet<Id>): void {
  for (const connection of Object.values(draft.connections)) {
    if (gone.has(connection.from) || gone.has(connection.to)) delete draft.connections[connection.id];
  }
  for (const node of Object.values(draft.nodes)) {
    if (node.kind === "touchpoint" && node.journeyId !== null && gone.has(node.journeyId))
      node.journeyId = null;
  }
  const without = (ids: Id[]) => ids.filter((id) => !gone.has(id));
  for (const measure of Object.values(draft.measures)) {
    if (measure.touchpointIds.some((id) => gone.has(id)))
      measure.touchpointIds = without(measure.touchpointIds);
  }
  for (const content of Object.values(draft.contents)) {
    if (content.touchpointIds.some((id) => gone.has(id)))
      content.touchpointIds = without(content.touchpointIds);
    if (content.personaIds.some((id) => gone.has(id))) content.personaIds = without(content.personaIds);
  }
}

/** Makes another kind of a node; title, owner, manager, tags and connections stay. */
export function convertNode(map: JourneyMap, id: Id, kind: NodeKind): Command {
  const node = map.nodes[id];
  return {
    label: { key: "convert", thing: kind, count: 1, ...(node ? { name: node.title } : {}) },
    apply(draft) {
      const old = draft.nodes[id];
      if (!old || old.kind === kind) return;
      const { title, description, owner, managerId, tags } = old;
      const position =
        kind === "journey" ? nextLanePosition(snapshot(draft)) : { x: old.position.x, y: old.position.y };
      const kept = { title, description, owner, managerId, tags };
      draft.nodes[id] = { ...initialValues(kind), ...kept, id, kind, position } as unknown as Draft<MapNode>;
      if (old.kind === "journey") orphanTouchpoints(draft, id);
      if (old.kind === "touchpoint" || old.kind === "persona") dropAttachments(draft, id);
      if (kind === "touchpoint") placeTouchpoint(draft, id, position, true);
      settleLanes(draft);
    },
  };
}

function orphanTouchpoints(draft: Draft<JourneyMap>, journeyId: Id): void {
  for (const node of Object.values(draft.nodes)) {
    if (node.kind === "touchpoint" && node.journeyId === journeyId) node.journeyId = null;
  }
}

/** What is no touchpoint or persona any more cannot be named as one by measures and content pieces. */
function dropAttachments(draft: Draft<JourneyMap>, id: Id): void {
  for (const item of [...Object.values(draft.measures), ...Object.values(draft.contents)]) {
    if (item.touchpointIds.includes(id))
      item.touchpointIds = item.touchpointIds.filter((other) => other !== id);
    if ("personaIds" in item && item.personaIds.includes(id)) {
      item.personaIds = item.personaIds.filter((other) => other !== id);
    }
  }
}
