import { type AuditFigures, DISMISSED } from "./audit.ts";
import { round, tableLines, verdict } from "./markdown.ts";
import type { MemoryFigures } from "./memory.ts";
import { type Figures, rows } from "./rows.ts";
import type { StorageFigures } from "./storage.ts";

/** By the number of nodes. */
export type PagesFigures = Readonly<Record<number, { readonly bare: Figures; readonly dreiklang: Figures }>>;

export function pagesLines(figures: PagesFigures, scriptBytes: number): readonly string[] {
  const sizes = Object.keys(figures).map(Number);
  const head = ["work", ...sizes.flatMap((size) => [`bare ${size}`, `ours ${size}`, "ratio", "target"])];
  const lines = rows.map(({ id, name, targets }) => [
    name,
    ...sizes.flatMap((size) => {
      const bare = figures[size]?.bare[id];
      const ours = figures[size]?.dreiklang[id];
      const target = (targets as Record<number, number>)[size];
      const ratio = bare !== undefined && ours !== undefined ? ours / bare : undefined;
      return [round(bare), round(ours), verdict(ratio, target), target === undefined ? "" : String(target)];
    }),
  ]);
  const growth = rows.map(({ id, name }) => {
    const points = sizes.map((size) => [size, figures[size]?.dreiklang[id]] as const);
    // From 150 nodes on a map is painted, so that the first step is another one than the rest.
    const painted = points.filter(([size]) => size >= 1000);
    return `- ${name}: ${exponentOf(points)}, from 1,000 on ${exponentOf(painted)}`;
  });
  return [
    "Milliseconds of the main thread for a frame or a key unless a row says otherwise; the ratio is to the bare page of the",
    "same run.",
    "",
    ...tableLines(head, lines),
    "",
    `Script of the first load: ${Math.round(scriptBytes / 1000)} kB gzipped (at most 450).`,
    ...(sizes.length > 1
      ? ["", "Growth of ours with the number of nodes, as an exponent (1 is linear):", "", ...growth]
      : []),
  ];
}

export function auditLines(figures: AuditFigures): readonly string[] {
  const { findings, fromScratch, afterEdit, dismissed, stringify } = figures;
  const line = (work: string, took: number, most: number) =>
    `- ${work}: ${round(took)} ms (${took <= most ? "at most" : "**above**"} ${most}), ratio ${(took / stringify).toFixed(1)}`;
  const afterEdits = (edits: Readonly<Record<string, number>>) =>
    Object.entries(edits).map(([edit, took]) => line(`after ${edit}`, took, 30));
  return [
    `Milliseconds, of the clock's and the processor's the fewer, for 5,000 nodes (${findings} findings); the ratio is to \`JSON.stringify\` of the same map (${round(stringify)} ms):`,
    "",
    line("from scratch", fromScratch, 150),
    ...afterEdits(afterEdit),
    "",
    `With ${DISMISSED} of the findings dismissed:`,
    "",
    line("from scratch", dismissed.fromScratch, 150),
    ...afterEdits(dismissed.afterEdit),
    "",
    "And what each of these edits takes to find the dismissals that it ends, before it is on the screen:",
    "",
    ...afterEdits(dismissed.lapse),
  ];
}

export function storageLines({
  savedP50,
  savedP95,
  openWithEntries,
  openFresh,
}: StorageFigures): readonly string[] {
  return [
    `- “Saved” after a command on 1,000 nodes: p50 ${round(savedP50)} ms, p95 ${round(savedP95)} ms (below 100)`,
    `- Opening 1,000 nodes with 200 entries to replay: ${round(openWithEntries)} ms, freshly checkpointed ${round(openFresh)} ms, ratio ${(openWithEntries / openFresh).toFixed(2)} (at most 1.3)`,
  ];
}

export function memoryLines({ before, after }: MemoryFigures): readonly string[] {
  return [
    `Objects in use after a map of 1,000 nodes was opened and closed 50 times: ${round(after)} MB, before ${round(before)} MB, ratio ${(after / before).toFixed(2)} (below 1.5).`,
  ];
}

/** The slope of the straight line through the logarithms. */
function exponentOf(points: readonly (readonly [number, number | undefined])[]): string {
  const logs = points.flatMap(([x, y]) =>
    y === undefined || y <= 0 ? [] : [[Math.log(x), Math.log(y)] as const],
  );
  if (logs.length < 2) return "–";
  const mean = (pick: 0 | 1) => logs.reduce((sum, point) => sum + point[pick], 0) / logs.length;
  const [mx, my] = [mean(0), mean(1)];
  const over = logs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  const under = logs.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
  return (over / under).toFixed(2);
}
