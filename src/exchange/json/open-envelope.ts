import { FORMAT_VERSION, migrate } from "#model/migrations.ts";
import { FORMAT_NAME } from "#model/schema.ts";
import { type Problem, problem } from "../problem.ts";
import { isInfinite, isPlainObject, ownValue, valueForMessage } from "./plain.ts";

export type Envelope =
  | { readonly ok: true; readonly map: unknown }
  | { readonly ok: false; readonly problem: Problem };

/** The document in a file, brought to the present version; whether it is one at all is not looked at. */
export function openEnvelope(file: unknown): Envelope {
  const refuse = (found: Problem) => ({ ok: false, problem: found }) as const;
  const format = isPlainObject(file) ? ownValue(file, "format") : undefined;
  if (format === "dreiklang-workspace") return refuse(problem("workspace", {}, "format"));
  if (!isPlainObject(file) || format !== FORMAT_NAME) {
    return refuse(problem("wrongFormat", { expected: FORMAT_NAME }, "format"));
  }
  const version = ownValue(file, "version");
  const named = { kind: "file", title: "", id: "", field: "version" };
  if (version === undefined) return refuse(problem("missing", named, "version"));
  if (isInfinite(version)) return refuse(problem("numberTooLarge", named, "version"));
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    const expected = { ...named, value: valueForMessage(version), expected: "int" };
    return refuse(problem("wrongType", expected, "version"));
  }
  if (version > FORMAT_VERSION) {
    return refuse(problem("newerVersion", { version, supported: FORMAT_VERSION }, "version"));
  }
  const map = ownValue(file, "map");
  if (version === FORMAT_VERSION) return { ok: true, map };
  try {
    return { ok: true, map: migrate(map, version) };
  } catch {
    // A migration may rely on the shape that its version had; whoever edited the file may have broken it.
    return refuse(problem("inconsistent", { value: String(version) }, "map"));
  }
}
