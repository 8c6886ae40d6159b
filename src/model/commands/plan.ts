import type { Draft } from "immer";
import { isDate } from "../dates.ts";
import { isSame } from "../is-same.ts";
import type { ContentPiece, Id, JourneyMap, Measure, Touchpoint } from "../journey-map.ts";
import { newMeasure } from "../new-objects.ts";
import { isKind } from "../queries.ts";
import type { Command } from "./command.ts";

/** Names only what is on the map. */
export function addMeasure(measure: Measure): Command {
  return {
    label: { key: "addMeasure", name: measure.title },
    apply(draft) {
      if (draft.measures[measure.id]) return;
      draft.measures[measure.id] = { ...measure, touchpointIds: [], startOn: null, dueOn: null };
      setMeasure(draft, measure.id, measure);
    },
  };
}

/** A measure for a touchpoint, done by whoever is responsible for that. */
export function planMeasure(id: Id, touchpoint: Touchpoint, title: string): Command {
  const { owner, managerId } = touchpoint;
  return addMeasure(newMeasure(id, { title, owner, managerId, touchpointIds: [touchpoint.id] }));
}

/** `mergeKey`: typing into one field becomes one step. */
export function changeMeasure(
  map: JourneyMap,
  id: Id,
  values: Partial<Omit<Measure, "id">>,
  mergeKey?: string,
): Command {
  return {
    label: { key: "changeMeasure", name: values.title ?? map.measures[id]?.title ?? "" },
    ...(mergeKey === undefined ? {} : { mergeKey: `measure:${id}:${mergeKey}` }),
    apply: (draft) => setMeasure(draft, id, values),
  };
}

export function removeMeasures(map: JourneyMap, ids: readonly Id[]): Command {
  const [only] = ids;
  return {
    label: {
      key: "removeMeasure",
      thing: "measure",
      count: ids.length,
      ...(ids.length === 1 && only !== undefined ? { name: map.measures[only]?.title ?? "" } : {}),
    },
    apply(draft) {
      for (const id of ids) delete draft.measures[id];
    },
  };
}

export function addContent(content: ContentPiece): Command {
  return {
    label: { key: "addContent", name: content.title },
    apply(draft) {
      if (draft.contents[content.id]) return;
      draft.contents[content.id] = { ...content, personaIds: [], touchpointIds: [] };
      setContent(draft, content.id, content);
    },
  };
}

export function changeContent(
  map: JourneyMap,
  id: Id,
  values: Partial<Omit<ContentPiece, "id">>,
  mergeKey?: string,
): Command {
  return {
    label: { key: "changeContent", name: values.title ?? map.contents[id]?.title ?? "" },
    ...(mergeKey === undefined ? {} : { mergeKey: `content:${id}:${mergeKey}` }),
    apply: (draft) => setContent(draft, id, values),
  };
}

export function removeContents(map: JourneyMap, ids: readonly Id[]): Command {
  const [only] = ids;
  return {
    label: {
      key: "removeContent",
      thing: "content",
      count: ids.length,
      ...(ids.length === 1 && only !== undefined ? { name: map.contents[only]?.title ?? "" } : {}),
    },
    apply(draft) {
      for (const id of ids) delete draft.contents[id];
    },
  };
}

function setMeasure(draft: Draft<JourneyMap>, id: Id, values: Partial<Omit<Measure, "id">>): void {
  const measure = draft.measures[id];
  if (measure) assignSound(draft, measure, { ...values, id });
}

function setContent(draft: Draft<JourneyMap>, id: Id, values: Partial<Omit<ContentPiece, "id">>): void {
  const content = draft.contents[id];
  if (content) assignSound(draft, content, { ...values, id });
}

const dates: ReadonlySet<string> = new Set(["startOn", "dueOn"]);

/** Sets what differs; ids of what is not on the map are left out, and so are dates that no file could hold. */
function assignSound(
  draft: Draft<JourneyMap>,
  row: Draft<Measure> | Draft<ContentPiece>,
  values: Readonly<Record<string, unknown>>,
): void {
  const record = row as unknown as Record<string, unknown>;
  const kinds = { touchpointIds: "touchpoint", personaIds: "persona" } as const;
  for (const [name, value] of Object.entries(values)) {
    if (dates.has(name) && value !== null && !isDate(value)) continue;
    const kind = kinds[name as keyof typeof kinds];
    const isGone = name === "managerId" && typeof value === "string" && !draft.people[value];
    const sound = kind
      ? [...new Set(value as readonly Id[])].filter((id) => isKind(draft.nodes[id], kind))
      : isGone
        ? null
        : value;
    if (!isSame(record[name], sound)) record[name] = sound;
  }
}
