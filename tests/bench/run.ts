import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { measureAudit } from "./audit.ts";
import { openBenchPage } from "./bench-browser.ts";
import { benchMap } from "./bench-map.ts";
import { medianOf } from "./median.ts";
import { measureMemory } from "./memory.ts";
import type { BenchOptions } from "./options.ts";
import { type Report, tableOf } from "./report.ts";
import { type Figures, measure, type RowId, rows } from "./rows.ts";
import { measureStorage } from "./storage.ts";
import { appSubject, bareSubject } from "./subjects.ts";

/** Measures both pages in turn, each time in a fresh profile, and returns the report as Markdown. */
export async function runBench(options: BenchOptions): Promise<string> {
  const { isQuick, executablePath } = options;
  const { sizes, passes } = options;
  const problems: string[] = [];
  const figures: Report["figures"] = {};
  for (const size of sizes) {
    const map = benchMap(size);
    const runs: Record<"dreiklang" | "bare", Figures[]> = { dreiklang: [], bare: [] };
    for (let pass = 0; pass < passes; pass += 1) {
      for (const subject of [bareSubject(options.bareAddress), appSubject(options.appAddress)]) {
        console.log(`${size} nodes, pass ${pass + 1} of ${passes}: ${subject.name}`);
        const bench = await openBenchPage(executablePath);
        // What is compared with html-to-image is its 1,000: at 5,000 it takes over a minute and hands back nothing.
        const withPicture = subject.name === "dreiklang" || size === 1000;
        try {
          runs[subject.name].push(await measure(subject, bench, map, { withPicture }, problems));
        } catch (error) {
          problems.push(`${subject.name}, ${size} nodes: ${String(error).split("\n")[0]}`);
          await bench.close().catch(() => {});
        }
      }
    }
    figures[size] = { bare: medians(runs.bare), dreiklang: medians(runs.dreiklang) };
  }
  // Whatever goes wrong at the end must not take along what was measured before.
  const orNull = async <T>(what: string, figuresOf: Promise<T>): Promise<T | null> =>
    figuresOf.catch((error: unknown) => {
      problems.push(`${what}: ${String(error).split("\n")[0]}`);
      return null;
    });
  const audit = measureAudit();
  const storage = await orNull("storage", measureStorage(options));
  const memory = isQuick ? null : await orNull("memory", measureMemory(options));
  return tableOf({ figures, audit, storage, memory, problems, scriptBytes: firstScriptBytes(options.dist) });
}

function medians(runs: readonly Figures[]): Figures {
  const result: Record<string, number> = {};
  for (const { id } of rows) {
    const values = runs.map((run) => run[id as RowId]).filter((value) => value !== undefined);
    if (values.length > 0) result[id] = medianOf(values);
  }
  return result;
}

/** What the page asks for before anything is clicked: the entry with all that it imports or preloads, gzipped. */
function firstScriptBytes(dist: string): number {
  const page = readFileSync(join(dist, "index.html"), "utf8");
  const queue = [...page.matchAll(/(?:src|href)="\.?\/?([^"]+\.js)"/gu)].map(([, path]) => path ?? "");
  const seen = new Set<string>();
  let bytes = 0;
  while (queue.length > 0) {
    const path = queue.pop() ?? "";
    const file = join(dist, path);
    if (seen.has(path) || !existsSync(file)) continue;
    seen.add(path);
    const text = readFileSync(file, "utf8");
    bytes += gzipSync(text).length;
    for (const [, name] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/gu)) {
      if (readdirSync(join(dist, "assets")).includes(name ?? "")) queue.push(`assets/${name}`);
    }
  }
  return bytes;
}
