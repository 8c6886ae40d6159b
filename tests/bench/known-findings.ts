import type { Page } from "@playwright/test";
import { openBenchPage } from "./bench-browser.ts";
import { benchMap } from "./bench-map.ts";
import { round, tableLines } from "./markdown.ts";
import { mediansOf } from "./median.ts";
import type { BenchOptions } from "./options.ts";
import { appSubject } from "./subjects.ts";

/** Where a map is opened: what it shows first, and how one knows that this is there. */
const views = [
  { id: "map", name: "map, until it is painted", path: "" },
  { id: "audit", name: "audit, until its findings are painted", path: "/audit" },
] as const;

type View = (typeof views)[number];

interface Opening {
  /** Milliseconds from the start of the page until what one came for is painted. */
  readonly painted: number;
  /** Milliseconds from then until the database of the figures is asked for. */
  readonly askedAfter: number;
}

interface Compared {
  readonly withIt: number;
  readonly withoutIt: number;
  readonly askedAfter: number;
}

type KnownFindingsFigures = Readonly<Record<View["id"], Partial<Compared>>>;

/** Of what is compared each is done so often in a profile, in turn: a start differs more from the next than they do. */
const TURNS = 4;

/** Maps of 1,000 nodes are opened with the database in which findings are remembered, and with one that never answers. */
export async function measureKnownFindings(
  options: BenchOptions,
  problems: string[],
): Promise<KnownFindingsFigures> {
  const runs: Record<View["id"], Compared[]> = { map: [], audit: [] };
  for (let pass = 0; pass < options.passes; pass += 1) {
    console.log(`opening with what is known of findings, pass ${pass + 1} of ${options.passes}`);
    let bench = await openBenchPage(options.executablePath);
    try {
      await appSubject(options.appAddress).save(bench, benchMap(1000));
      const url = bench.page.url();
      for (const view of views) {
        for (let turn = 0; turn < TURNS; turn += 1) {
          const open = async (answers: boolean) => {
            bench = await bench.restart();
            return opening(bench.page, `${url}${view.path}`, view, answers);
          };
          // Each comes first in turn: a start can profit from the one before.
          const isFirst = turn % 2 === 0;
          const one = await open(isFirst);
          const other = await open(!isFirst);
          const [withIt, withoutIt] = isFirst ? [one, other] : [other, one];
          if (Number.isNaN(withIt.askedAfter))
            problems.push(`${view.id}: the database of the figures was not asked for`);
          runs[view.id].push({
            withIt: withIt.painted,
            withoutIt: withoutIt.painted,
            askedAfter: withIt.askedAfter,
          });
        }
      }
    } finally {
      await bench.close();
    }
  }
  return { map: mediansOf(runs.map), audit: mediansOf(runs.audit) };
}

async function opening(page: Page, url: string, { id }: View, answers: boolean): Promise<Opening> {
  await page.addInitScript(watchFiguresDatabase, answers);
  await page.goto(url, { waitUntil: "commit" });
  const painted = await page.evaluate(
    (isMap) =>
      isMap
        ? window.whenMapPainted(0)
        : new Promise<number>((resolve) => {
            const look = () => {
              if (!document.querySelector('section[aria-label="Audit"] li')) requestAnimationFrame(look);
              else requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
            };
            look();
          }),
    id === "map",
  );
  await page.waitForTimeout(2000);
  const askedAt = await page.evaluate(() => Number((window as { figuresAskedAt?: number }).figuresAskedAt));
  return { painted, askedAfter: askedAt - painted };
}

/** Runs in the page before all of its scripts: notes when the database is asked for, and lets it answer or not. */
function watchFiguresDatabase(answers: boolean): void {
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (name, ...version) {
    if (!name.endsWith("-figures")) return open.call(this, name, ...version);
    const page = window as { figuresAskedAt?: number };
    page.figuresAskedAt ??= performance.now();
    return answers ? open.call(this, name, ...version) : (new EventTarget() as IDBOpenDBRequest);
  };
}

export function knownFindingsLines(figures: KnownFindingsFigures): readonly string[] {
  const lines = views.map(({ id, name }) => {
    const { withIt, withoutIt, askedAfter } = figures[id];
    const ratio = withIt !== undefined && withoutIt ? (withIt / withoutIt).toFixed(2) : "";
    return [
      name,
      round(withoutIt),
      round(withIt),
      ratio,
      askedAfter === undefined ? "–" : `${askedAfter.toFixed(0)}`,
    ];
  });
  return [
    "A saved map of 1,000 nodes, cold start in milliseconds, without and with the database in which findings are remembered;",
    "without: it never answers. The last column: so many milliseconds after the picture it is asked for.",
    "",
    ...tableLines(["view", "without", "with", "ratio", "asked for after"], lines),
  ];
}
