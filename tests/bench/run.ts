import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { measureAudit } from "./audit.ts";
import { openBenchPage } from "./bench-browser.ts";
import { benchMap } from "./bench-map.ts";
import { knownFindingsLines, measureKnownFindings } from "./known-findings.ts";
import { measuredLine } from "./markdown.ts";
import { mediansOf } from "./median.ts";
import { measureMemory } from "./memory.ts";
import type { BenchOptions } from "./options.ts";
import { measurePortfolios, portfolioLines } from "./portfolio.ts";
import { auditLines, memoryLines, type PagesFigures, pagesLines, storageLines } from "./report.ts";
import { type Section, sectionText, withSections } from "./results.ts";
import { type Figures, measure } from "./rows.ts";
import { measureStorage } from "./storage.ts";
import { appSubject, bareSubject } from "./subjects.ts";
import { gridLines, measureTables } from "./table.ts";

interface BenchPart {
  readonly heading: string;
  /** Takes so long that a quick run does without it. */
  readonly isLong?: true;
  /** What was measured, as Markdown; `problems` takes what did not really happen. */
  measure(options: BenchOptions, problems: string[]): Promise<readonly string[]>;
}

/** What can be measured by itself, in the order of the results. */
const parts: Readonly<Record<string, BenchPart>> = {
  pages: {
    heading: "Beside a bare React Flow page",
    measure: async (options, problems) =>
      pagesLines(await measurePages(options, problems), firstScriptBytes(options.dist)),
  },
  storage: {
    heading: "Saving and opening",
    measure: async (options) => storageLines(await measureStorage(options)),
  },
  memory: {
    heading: "Memory",
    isLong: true,
    measure: async (options) => memoryLines(await measureMemory(options)),
  },
  audit: { heading: "Audit", measure: async () => auditLines(measureAudit()) },
  table: {
    heading: "Table of a map",
    measure: async (options, problems) => gridLines(await measureTables(options, problems)),
  },
  portfolio: {
    heading: "Portfolio",
    measure: async (options, problems) => portfolioLines(await measurePortfolios(options, problems)),
  },
  known: {
    heading: "Opening with what is known of findings",
    measure: async (options, problems) => knownFindingsLines(await measureKnownFindings(options, problems)),
  },
};

interface Measured {
  /** What was measured alone. */
  readonly text: string;
  /** The results of before with it in them. */
  resultsAfter(before: string): string;
}

/** Measures what is asked for. */
export async function runBench(options: BenchOptions): Promise<Measured> {
  const { only, isQuick } = options;
  const unknown = only.find((name) => !Object.hasOwn(parts, name));
  if (unknown) throw new Error(`There is no part “${unknown}”, only ${Object.keys(parts).join(", ")}`);
  const sections: Section[] = [];
  for (const [name, part] of Object.entries(parts)) {
    const isWanted = only.length > 0 ? only.includes(name) : !(isQuick && part.isLong);
    if (isWanted) sections.push(await sectionOf(part, options));
  }
  const order = Object.values(parts).map(({ heading }) => heading);
  return {
    text: sections.map(sectionText).join("\n"),
    resultsAfter: (before) => withSections(before, sections, order),
  };
}

/** Whatever goes wrong must not take along what is measured besides. */
async function sectionOf({ heading, measure }: BenchPart, options: BenchOptions): Promise<Section> {
  const problems: string[] = [];
  const lines = await measure(options, problems).catch((error: unknown) => {
    problems.push(String(error).split("\n")[0] ?? "");
    return [];
  });
  const faults = problems.map((problem) => `- ${problem}`);
  return {
    heading,
    lines: [
      measuredLine(),
      "",
      ...lines,
      ...(faults.length > 0 ? ["", "**Steps that did not do their work:**", "", ...faults] : []),
    ],
  };
}

/** Measures both pages in turn, each time in a fresh profile. */
async function measurePages(options: BenchOptions, problems: string[]): Promise<PagesFigures> {
  const { sizes, passes } = options;
  const figures: Record<number, PagesFigures[number]> = {};
  for (const size of sizes) {
    const map = benchMap(size);
    const runs: Record<"dreiklang" | "bare", Figures[]> = { dreiklang: [], bare: [] };
    for (let pass = 0; pass < passes; pass += 1) {
      for (const subject of [bareSubject(options.bareAddress), appSubject(options.appAddress)]) {
        console.log(`${size} nodes, pass ${pass + 1} of ${passes}: ${subject.name}`);
        const bench = await openBenchPage(options.executablePath);
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
    figures[size] = { bare: mediansOf(runs.bare), dreiklang: mediansOf(runs.dreiklang) };
  }
  return figures;
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
