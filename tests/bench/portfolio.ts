import type { Page } from "@playwright/test";
import { storeManyMaps } from "../browser/many-maps.ts";
import { type BenchPage, openBenchPage } from "./bench-browser.ts";
import { round, tableLines, verdict } from "./markdown.ts";
import { mediansOf } from "./median.ts";
import type { BenchOptions } from "./options.ts";

/** What is measured on the portfolio; the page is loaded anew in a browser just started. */
const rows = [
  { id: "first", name: "first visit, until there are figures, ms", target: undefined },
  { id: "all", name: "first visit, until all maps are read, ms", target: undefined },
  { id: "next", name: "next visit, until all figures are there, ms", target: 2 },
  { id: "toRules", name: "to the findings by rule", target: undefined },
  { id: "toPeople", name: "to the people", target: undefined },
  { id: "toContested", name: "to the contested touchpoints", target: undefined },
  { id: "toMeasures", name: "to the measures", target: undefined },
  { id: "toOverview", name: "back to the overview", target: undefined },
  {
    id: "read",
    name: "for comparison: all documents out of IndexedDB at once, ms",
    target: undefined,
  },
] as const;

type Figures = Partial<Record<(typeof rows)[number]["id"], number>>;

interface PortfolioFigures {
  readonly few: Figures;
  readonly many: Figures;
}

const FEW = 20;
const MANY = 200;
/** A journey besides. */
const TOUCHPOINTS = 99;
/** In the order in which they are gone through. */
const partNames = {
  toRules: "Findings by rule",
  toPeople: "People",
  toContested: "Contested touchpoints",
  toMeasures: "Measures",
  toOverview: "Overview",
};

/** The portfolio over many maps beside that over few, each in fresh profiles. */
export async function measurePortfolios(
  options: BenchOptions,
  problems: string[],
): Promise<PortfolioFigures> {
  const runs: Record<keyof PortfolioFigures, Figures[]> = { few: [], many: [] };
  for (let pass = 0; pass < options.passes; pass += 1) {
    for (const [size, count] of [
      ["few", FEW],
      ["many", MANY],
    ] as const) {
      console.log(`portfolio over ${count} maps, pass ${pass + 1} of ${options.passes}`);
      runs[size].push(await measurePortfolio(options, count, problems));
    }
  }
  return { few: mediansOf(runs.few), many: mediansOf(runs.many) };
}

async function measurePortfolio(
  { executablePath, appAddress }: BenchOptions,
  count: number,
  problems: string[],
): Promise<Figures> {
  let bench = await openBenchPage(executablePath);
  const visit = async () => {
    bench = await bench.restart();
    await bench.page.goto(`${appAddress}#/portfolio`, { waitUntil: "commit" });
    return whenThere(bench.page, count);
  };
  try {
    await storeMaps(bench, appAddress, count);
    const { first, all } = await visit();
    // The figures of the last map are kept a moment later.
    await bench.page.waitForTimeout(2000);
    const { all: next, hasWaited } = await visit();
    if (hasWaited) problems.push(`${count} maps: not all figures were kept`);
    await bench.page.waitForTimeout(2000);
    const parts = await changingParts(bench);
    bench = await bench.restart();
    const { read, nodes } = await reading(bench.page, appAddress);
    if (nodes < count * TOUCHPOINTS) problems.push(`${count} maps: only ${nodes} nodes were read`);
    return { first, all, next, ...parts, read };
  } finally {
    await bench.close();
  }
}

async function storeMaps({ page }: BenchPage, appAddress: string, count: number): Promise<void> {
  await page.goto(`${appAddress}#/`);
  await page.getByRole("heading", { name: "Maps", exact: true }).waitFor();
  await storeManyMaps(page, count, TOUCHPOINTS, appAddress);
}

interface Visit {
  readonly first: number;
  readonly all: number;
  /** Some of the figures were there before the others. */
  readonly hasWaited: boolean;
}

/** Milliseconds from the start of the page until the first rows, and until the last ones, are painted. */
function whenThere(page: Page, count: number): Promise<Visit> {
  return page.evaluate(
    (maps) =>
      new Promise<Visit>((resolve) => {
        const afterPaint = (then: () => void) =>
          requestAnimationFrame(() => requestAnimationFrame(() => then()));
        let first: number | null = null;
        let hasWaited = false;
        const look = () => {
          const rowCount = document.querySelectorAll("section[aria-label=Overview] tbody tr").length;
          if (rowCount > 0 && first === null) {
            first = 0;
            afterPaint(() => {
              first = performance.now();
            });
          }
          hasWaited ||= rowCount > 0 && rowCount < maps;
          if (rowCount < maps) requestAnimationFrame(look);
          else
            afterPaint(() => {
              const all = performance.now();
              resolve({ first: first || all, all, hasWaited });
            });
        };
        look();
      }),
    count,
  );
}

/** Milliseconds of the main thread from a click until the other part is painted, for each of them. */
async function changingParts({ page, cpuOf }: BenchPage): Promise<Figures> {
  const times: Record<string, number> = {};
  for (const [id, name] of Object.entries(partNames)) {
    const link = page.getByRole("navigation").getByRole("link", { name: new RegExp(`^${name}`, "u") });
    // Found beforehand: looking for it is not what is measured.
    const element = await link.elementHandle();
    times[id] = await cpuOf(async () => {
      await element?.evaluate((found, label) => {
        (found as HTMLElement).click();
        return new Promise<void>((resolve) => {
          const look = () => {
            if (document.querySelector(`section[aria-label="${label}"]`)) resolve();
            else requestAnimationFrame(look);
          };
          look();
        });
      }, name);
    });
    await page.waitForTimeout(1000);
  }
  return times;
}

/** What it would cost at least if nothing were kept of maps but themselves. */
async function reading(
  page: Page,
  appAddress: string,
): Promise<{ readonly read: number; readonly nodes: number }> {
  await page.goto(`${appAddress}#/`);
  await page.getByRole("heading", { name: "Maps", exact: true }).waitFor();
  await page.waitForTimeout(3000);
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const start = performance.now();
    const database = await done(indexedDB.open("dreiklang"));
    const store = database.transaction("checkpoints").objectStore("checkpoints");
    const documents: { readonly document: { readonly nodes: object } }[] = await done(store.getAll());
    const read = performance.now() - start;
    database.close();
    const counts = documents.map(({ document: { nodes } }) => Object.keys(nodes).length);
    return { read, nodes: counts.reduce((sum, each) => sum + each, 0) };
  });
}

export function portfolioLines({ few, many }: PortfolioFigures): readonly string[] {
  const lines = rows.map(({ id, name, target }) => {
    const [base, ours] = [few[id], many[id]];
    const ratio = base !== undefined && ours !== undefined ? ours / base : undefined;
    return [
      name,
      round(base),
      round(ours),
      verdict(ratio, target),
      target === undefined ? "" : String(target),
    ];
  });
  const gain = many.all && many.next ? many.all / many.next : undefined;
  return [
    `Maps of ${TOUCHPOINTS + 1} nodes. Milliseconds of the main thread from a click, where a row says ms on the clock from the start`,
    `of the page, until it is painted; the ratio is to ${FEW} maps in the same run, where ${MANY / FEW} would be linear.`,
    "",
    ...tableLines(["work", `${FEW} maps`, `${MANY} maps`, "ratio", "target"], lines),
    "",
    `With figures that are kept all of it is there ${gain?.toFixed(1) ?? "–"} times as soon as without.`,
  ];
}
