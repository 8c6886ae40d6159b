import { readFileSync } from "node:fs";
import { join } from "node:path";
import { initialValues, type NodeKind } from "#model/fields.ts";
import { CELL_PADDING, columnsOf, LANE_GAP, lanesBottom, ROW_PITCH } from "#model/geometry.ts";
import type {
  Connection,
  ContentPiece,
  Id,
  Journey,
  JourneyMap,
  MapNode,
  Measure,
  Note,
  Person,
  Persona,
  Stage,
  Touchpoint,
} from "#model/journey-map.ts";
import {
  emptyMap,
  newConnection,
  newContent,
  newMeasure,
  newNode,
  newPerson,
  newStage,
} from "#model/new-objects.ts";

export const START = "2026-01-01T00:00:00.000Z";
export const LATER = "2026-01-02T00:00:00.000Z";

/** Freezes plain data in all its depth, so that a command that changes its input fails. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}

/**
 * Builds a map in a few words. Ids count by kind (`stage1`, `touchpoint2`); a touchpoint stands in the last
 * journey and the last stage, below those that are there, unless it is told otherwise.
 */
export function aMap(): MapBuilder {
  return new MapBuilder(emptyMap("map1", "A map", START));
}

type Values<T> = Partial<T>;

class MapBuilder {
  private readonly counts = new Map<string, number>();

  constructor(private map: JourneyMap) {}

  build(): JourneyMap {
    return deepFreeze(this.map);
  }

  withStage(values: Values<Stage> = {}): this {
    const id = values.id ?? this.nextId("stage");
    this.map = { ...this.map, stages: [...this.map.stages, { ...newStage(id, id), ...values }] };
    return this;
  }

  withPerson(values: Values<Person> = {}): this {
    const id = values.id ?? this.nextId("person");
    this.map = { ...this.map, people: { ...this.map.people, [id]: { ...newPerson(id, id), ...values } } };
    return this;
  }

  withJourney(values: Values<Journey> = {}): this {
    const bottom = lanesBottom(this.map);
    const position = { x: 0, y: bottom === null ? 0 : bottom + LANE_GAP };
    return this.withNode(newNode("journey", this.nextId("journey"), position, values), values);
  }

  withPersona(values: Values<Persona> = {}): this {
    return this.withNode(newNode("persona", this.nextId("persona"), { x: -360, y: 0 }, values), values);
  }

  withNote(values: Values<Note> = {}): this {
    return this.withNode(newNode("note", this.nextId("note"), { x: 0, y: -400 }, values), values);
  }

  withTouchpoint(values: Values<Touchpoint> = {}): this {
    const journeys = Object.values(this.map.nodes).filter(({ kind }) => kind === "journey");
    const cell = {
      journeyId: journeys.at(-1)?.id ?? null,
      stageId: this.map.stages.at(-1)?.id ?? null,
      ...values,
    };
    const node = newNode("touchpoint", this.nextId("touchpoint"), this.freePlace(cell), cell);
    return this.withNode(node, values);
  }

  withConnection(from: Id, to: Id, values: Values<Connection> = {}): this {
    const id = values.id ?? this.nextId("connection");
    const connection = { ...newConnection(id, from, to), ...values };
    this.map = { ...this.map, connections: { ...this.map.connections, [id]: connection } };
    return this;
  }

  withMeasure(values: Values<Measure> = {}): this {
    const id = values.id ?? this.nextId("measure");
    const measure = newMeasure(id, { title: id, ...values });
    this.map = { ...this.map, measures: { ...this.map.measures, [id]: measure } };
    return this;
  }

  withContent(values: Values<ContentPiece> = {}): this {
    const id = values.id ?? this.nextId("content");
    const content = newContent(id, { title: id, ...values });
    this.map = { ...this.map, contents: { ...this.map.contents, [id]: content } };
    return this;
  }

  with(values: Values<JourneyMap>): this {
    this.map = { ...this.map, ...values };
    return this;
  }

  private withNode(node: MapNode, values: Values<Pick<MapNode, "id" | "position">>): this {
    const { id = node.id, position = node.position } = values;
    const named = { ...node, id, position, title: node.title || id };
    this.map = { ...this.map, nodes: { ...this.map.nodes, [id]: named } };
    return this;
  }

  private nextId(kind: string): Id {
    const count = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, count);
    return `${kind}${count}`;
  }

  private freePlace({ journeyId, stageId }: { journeyId: Id | null; stageId: Id | null }) {
    const lane = journeyId === null ? undefined : this.map.nodes[journeyId];
    const column = columnsOf(this.map).find((candidate) => candidate.stageId === stageId);
    const inCell = Object.values(this.map.nodes).filter(
      (node) => node.kind === "touchpoint" && node.journeyId === journeyId && node.stageId === stageId,
    );
    return {
      x: (lane?.position.x ?? 0) + (column?.offset ?? 0) + CELL_PADDING,
      y: (lane?.position.y ?? 5000) + CELL_PADDING + inCell.length * ROW_PITCH,
    };
  }
}

/** The sample map, read without the importer, so that the model is tested without it. */
export function sampleMap(): JourneyMap {
  const { map } = readJson("werkzeugmaschine.dreiklang.json") as { map: Record<string, unknown> };
  const records = ["people", "nodes", "connections", "contents", "measures"].map((name) => {
    const list = (map[name] ?? []) as { id: string; kind?: NodeKind }[];
    // The file is older than the newest fields.
    const rows = list.map((item) => ({ ...(item.kind ? initialValues(item.kind) : {}), ...item }));
    return [name, Object.fromEntries(rows.map((row) => [row.id, row]))];
  });
  return deepFreeze({ ...map, dismissals: {}, ...Object.fromEntries(records) } as JourneyMap);
}

export interface SampleFacts {
  readonly nodes: number;
  readonly counted: number;
  readonly touchpoints: number;
  readonly connections: number;
  readonly withOwner: number;
  readonly withManager: number;
  readonly withBoth: number;
  readonly noOwner: readonly Id[];
  readonly noManager: readonly Id[];
  readonly ownerChanges: number;
  readonly ownerChangesUnconfirmed: number;
  readonly momentsOfTruthWithoutManager: readonly Id[];
  readonly momentsOfTruthWithoutOwner: readonly Id[];
}

export function sampleFacts(): SampleFacts {
  return readJson("werkzeugmaschine.facts.json") as SampleFacts;
}

/** By rule, the ids of the findings of the sample map, written down by hand. */
export function sampleFindings(): Readonly<Record<string, readonly string[]>> {
  const { findings } = readJson("werkzeugmaschine.findings.json") as {
    findings: Record<string, readonly string[]>;
  };
  return findings;
}

function readJson(fileName: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, "../data", fileName), "utf8"));
}
