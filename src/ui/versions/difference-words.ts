import type { Difference } from "#model/compare.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { isNodeKind, type ValueWords, valueTexts } from "./value-text.ts";

/** Two states of a map and the words for what differs. */
export interface ComparisonWords extends Omit<ValueWords, "map"> {
  readonly before: JourneyMap;
  readonly after: JourneyMap;
}

/** What something that differs is called: as it is called now, or was before it was removed. */
export function differenceName(words: ComparisonWords, { kind, id, type }: Difference): string {
  const { t } = words;
  const map = type === "removed" ? words.before : words.after;
  const named = (name: string | undefined) => name?.trim() || t("kind.untitled");
  if (isNodeKind(kind)) return named(map.nodes[id]?.title);
  switch (kind) {
    case "map":
      return named(map.title);
    case "stage":
      return named(map.stages.find((stage) => stage.id === id)?.name);
    case "person":
      return named(map.people[id]?.name);
    case "content":
      return named(map.contents[id]?.title);
    case "measure":
      return named(map.measures[id]?.title);
    case "connection": {
      const connection = map.connections[id];
      const title = (nodeId: Id | undefined) => named(map.nodes[nodeId ?? ""]?.title);
      return t("versions.compare.and", { one: title(connection?.from), other: title(connection?.to) });
    }
    case "dismissal": {
      const [ruleId = "", nodeIds = ""] = id.split(":");
      const titles = nodeIds.split(",").map((nodeId) => map.nodes[nodeId]?.title.trim() ?? "");
      const key = `rule.${ruleId}.name`;
      // A rule of another release has no name here.
      const rule = t(key) === key ? ruleId : t(key);
      return [rule, ...titles].filter(Boolean).join(": ");
    }
  }
}

export function kindName({ t }: ComparisonWords, { kind }: Difference): string {
  return t(isNodeKind(kind) ? `kind.${kind}` : `versions.compare.kind.${kind}`);
}

/** The nodes of the present map by which a difference can be shown on it. */
export function nodesToShow(
  present: JourneyMap,
  { before, after }: ComparisonWords,
  { kind, id }: Difference,
): readonly Id[] {
  const isThere = (nodeId: Id) => Object.hasOwn(present.nodes, nodeId);
  if (isNodeKind(kind)) return [id].filter(isThere);
  if (kind === "connection") {
    const connection = after.connections[id] ?? before.connections[id];
    return connection ? [connection.from, connection.to].filter(isThere) : [];
  }
  const linked = kind === "content" ? (after.contents[id] ?? before.contents[id]) : null;
  const improved = kind === "measure" ? (after.measures[id] ?? before.measures[id]) : null;
  return (linked ?? improved)?.touchpointIds.filter(isThere) ?? [];
}

export interface FieldWords {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Only what went and what came is named: the field is a list, and holds more. */
  readonly isPartial: boolean;
  /** The same entries in another order. */
  readonly isReordered: boolean;
}

export function fieldWords(
  words: ComparisonWords,
  { kind }: Difference,
  field: Difference["fields"][number],
): FieldWords {
  const before = valueTexts({ ...words, map: words.before }, kind, field.field, field.before);
  const after = valueTexts({ ...words, map: words.after }, kind, field.field, field.after);
  if (!Array.isArray(field.before) || !Array.isArray(field.after) || field.field === "order") {
    return { before, after, isPartial: false, isReordered: false };
  }
  const gone = before.filter((text) => !after.includes(text));
  const come = after.filter((text) => !before.includes(text));
  const isPartial = gone.length < before.length || come.length < after.length;
  return { before: gone, after: come, isPartial, isReordered: gone.length + come.length === 0 };
}
