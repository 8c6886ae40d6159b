import type { Page } from "@playwright/test";
import { atSixty, type BenchPage, openBenchPage } from "./bench-browser.ts";
import { benchMap } from "./bench-map.ts";
import { round, tableLines, verdict } from "./markdown.ts";
import { mediansOf } from "./median.ts";
import type { BenchOptions } from "./options.ts";
import { appSubject } from "./subjects.ts";

/** What is measured on the table of a map; milliseconds of the main thread. */
const rows = [
  { id: "arrow", name: "arrow key", target: 1.5 },
  { id: "page", name: "page down, page up", target: 1.5 },
  { id: "scroll", name: "frame scrolled by a page", target: 1.5 },
  { id: "write", name: "cell: a character and Enter", target: undefined },
  {
    id: "writeSlowly",
    name: "cell: a character and Enter, twice a second, with all that follows",
    target: undefined,
  },
] as const;

type GridFigures = Partial<Record<(typeof rows)[number]["id"], number>>;

interface TableFigures {
  readonly small: GridFigures;
  readonly large: GridFigures;
}

const SMALL = 100;
const LARGE = 5000;
/** What a frame at 60 a second has. */
const FRAME = 16.7;
const STEPS = 40;
const SLOW_CELLS = 15;

/** The table of a large map beside that of a small one, each in fresh profiles: what it grows by is measured. */
export async function measureTables(options: BenchOptions, problems: string[]): Promise<TableFigures> {
  const runs: Record<keyof TableFigures, GridFigures[]> = { small: [], large: [] };
  for (let pass = 0; pass < options.passes; pass += 1) {
    for (const [size, count] of [
      ["small", SMALL],
      ["large", LARGE],
    ] as const) {
      console.log(`table of ${count} nodes, pass ${pass + 1} of ${options.passes}`);
      runs[size].push(await measureTable(options, count, problems));
    }
  }
  return { small: mediansOf(runs.small), large: mediansOf(runs.large) };
}

async function measureTable(
  { executablePath, appAddress }: BenchOptions,
  count: number,
  problems: string[],
): Promise<GridFigures> {
  let bench = await openBenchPage(executablePath);
  try {
    await appSubject(appAddress).save(bench, benchMap(count));
    const url = bench.page.url();
    bench = await bench.restart();
    const { page } = bench;
    await page.goto(`${url}/table`);
    await page.getByRole("grid").focus();
    await page.waitForTimeout(3000);
    const check = (isTrue: boolean, what: string) => isTrue || problems.push(`${count} nodes: ${what}`);

    const arrow = await bench.cpuOf(() => atSixty(STEPS, () => page.keyboard.press("ArrowDown")));
    check((await activeRow(page)) === STEPS, "the arrows did not lead on");
    const paging = await bench.cpuOf(() =>
      atSixty(STEPS, (index) => page.keyboard.press(index % 2 === 0 ? "PageDown" : "PageUp")),
    );
    check((await activeRow(page)) === STEPS, "the pages did not lead back");
    const scroll = await scrolling(bench);
    check(scroll.hasRows, "what was scrolled to was empty");

    await page.keyboard.press("Control+Home");
    const write = await bench.cpuOf(() => atSixty(STEPS, () => writeCell(page)));
    check((await activeRow(page)) === STEPS, "the cells were not written");
    await page.waitForTimeout(2000);
    const writeSlowly = await writingSlowly(bench);
    check((await activeRow(page)) === STEPS + SLOW_CELLS, "the cells were not written slowly");
    return {
      arrow: arrow / STEPS,
      page: paging / STEPS,
      scroll: scroll.cpu / STEPS,
      write: write / STEPS,
      writeSlowly,
    };
  } finally {
    await bench.close();
  }
}

async function writeCell(page: Page): Promise<void> {
  await page.keyboard.press("x");
  await page.keyboard.press("Enter");
}

/** What the page puts off counts here; a page that rests for as long is taken off. */
async function writingSlowly(bench: BenchPage): Promise<number> {
  const slowly = (write: boolean) =>
    bench.cpuOf(async () => {
      for (let cell = 0; cell < SLOW_CELLS; cell += 1) {
        if (write) await writeCell(bench.page);
        await bench.page.waitForTimeout(500);
      }
      await bench.page.waitForTimeout(1000);
    });
  return ((await slowly(true)) - (await slowly(false))) / SLOW_CELLS;
}

/** Down by a page with each frame and up again, within what the small map has too. */
async function scrolling(bench: BenchPage): Promise<{ readonly cpu: number; readonly hasRows: boolean }> {
  let hasRows = false;
  const cpu = await bench.cpuOf(async () => {
    hasRows = await bench.page.evaluate(async (steps) => {
      const grid = document.querySelector("[role=grid]")?.parentElement;
      if (!grid) return false;
      const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const pages = Math.floor(grid.scrollHeight / grid.clientHeight) - 1;
      const most = Math.min(3, pages);
      grid.scrollTop = 0;
      for (let step = 1; step <= steps; step += 1) {
        const place = step % (2 * most);
        grid.scrollTop = grid.clientHeight * Math.min(place, 2 * most - place);
        await nextFrame();
      }
      await nextFrame();
      const { left, top, height } = grid.getBoundingClientRect();
      return Boolean(document.elementFromPoint(left + 20, top + height / 2)?.closest("[data-row]"));
    }, STEPS);
  });
  return { cpu, hasRows };
}

/** The place of the row one stands on, from 0. */
async function activeRow(page: Page): Promise<number> {
  // The page may be a step behind the keys.
  await page.waitForTimeout(500);
  return page.evaluate(() =>
    Number(document.querySelector("[data-active]")?.closest<HTMLElement>("[data-row]")?.dataset.row),
  );
}

export function gridLines({ small, large }: TableFigures): readonly string[] {
  const lines = rows.map(({ id, name, target }) => {
    const [base, ours] = [small[id], large[id]];
    const ratio = base !== undefined && ours !== undefined ? ours / base : undefined;
    const isFluid = ours !== undefined && ours <= FRAME;
    return [
      name,
      round(base),
      isFluid ? `${round(ours)} ✓` : `**${round(ours)}**`,
      verdict(ratio, target),
      target === undefined ? "" : String(target),
    ];
  });
  return [
    `Milliseconds of the main thread; the ratio is to the table of ${SMALL} nodes in the same run: near 1 nothing grows with`,
    `the rows. A frame has ${FRAME} ms (✓).`,
    "",
    ...tableLines(["work", `${SMALL} rows`, `${LARGE} rows`, "ratio", "target"], lines),
  ];
}
