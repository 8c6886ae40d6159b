import { invariantViolations } from "#model/invariants.ts";
import { MOST_NODES } from "#model/limits.ts";
import { collections } from "#model/schema.ts";
import { createReport, type Problem, problem } from "../problem.ts";
import { MOST_CHARACTERS, MOST_ITEMS, MOST_VALUES } from "./limits.ts";
import { sizeOf } from "./map-size.ts";
import { openEnvelope } from "./open-envelope.ts";
import { type ParseResult, type ParseTools, refused } from "./parse-result.ts";
import { isPlainObject, ownValue, type PlainObject, valueForMessage } from "./plain.ts";
import { readJson } from "./read-json.ts";
import { ROWS_BEGIN, readMap } from "./read-map.ts";

/** How far one is when the text was looked through, but is not understood yet. */
const SCANNED = 0.5;

/** Reads the text of a map's file, whatever it is: a sound map and what was repaired in it, or what is wrong. */
export function parseMapFile(text: string, tools: ParseTools): ParseResult {
  const json = readJson(text, (fraction) => tools.onProgress?.(SCANNED * fraction));
  if (!json.ok) return refused(json.problem);
  tools.onProgress?.(ROWS_BEGIN);
  const opened = openEnvelope(json.value);
  if (!opened.ok) return refused(opened.problem);
  return parseMap(opened.map, tools);
}

/** Reads a parsed document of the present version. */
function parseMap(raw: unknown, tools: ParseTools): ParseResult {
  if (!isPlainObject(raw)) {
    const named = { kind: "file", title: "", id: "", field: "map" };
    if (raw === undefined) return refused(problem("missing", named, "map"));
    return refused(
      problem("wrongType", { ...named, value: valueForMessage(raw), expected: "object" }, "map"),
    );
  }
  const tooMany = findTooMany(raw);
  if (tooMany) return refused(tooMany);
  const report = createReport();
  const map = readMap(raw, tools, report);
  if (report.problems.length > 0) return { ok: false, problems: report.problems, more: report.more };
  const { values, characters } = sizeOf(map);
  if (values > MOST_VALUES || characters > MOST_CHARACTERS) {
    return refused(problem("tooMuchData", { values: MOST_VALUES, characters: MOST_CHARACTERS }, "map"));
  }
  const [violation] = invariantViolations(map);
  if (violation !== undefined) return refused(problem("inconsistent", { value: violation }, "map"));
  const { repairs, moreRepairs: more, cutTexts } = report;
  return { ok: true, map, repairs, more, cutTexts };
}

/** More rows than a map can have are refused before the first of them is looked at. */
function findTooMany(raw: PlainObject): Problem | null {
  const lengthOf = (name: string) => {
    const list = ownValue(raw, name);
    return Array.isArray(list) ? list.length : 0;
  };
  const nodes = lengthOf("nodes");
  if (nodes > MOST_NODES) return problem("tooManyNodes", { items: nodes, most: MOST_NODES }, "map.nodes");
  const items = Object.keys(collections).reduce((sum, name) => sum + lengthOf(name), 0);
  return items > MOST_ITEMS ? problem("tooManyItems", { items, most: MOST_ITEMS }, "map") : null;
}
