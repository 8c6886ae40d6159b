import { cpus, loadavg } from "node:os";

export function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

export function tableLines(
  head: readonly string[],
  lines: readonly (readonly string[])[],
): readonly string[] {
  return [row(head), row(head.map(() => "---")), ...lines.map(row)];
}

export function round(value: number | undefined): string {
  if (value === undefined) return "–";
  return value >= 100 ? String(Math.round(value)) : value.toFixed(1);
}

export function verdict(ratio: number | undefined, target: number | undefined): string {
  if (ratio === undefined) return "";
  const text = ratio.toFixed(ratio < 0.1 ? 3 : 2);
  return target === undefined ? text : ratio <= target ? `${text} ✓` : `**${text}**`;
}

/**
 * Each part says when and on what it was measured: they need not be measured together. The load tells how far what is on
 * the clock can be believed.
 */
export function measuredLine(): string {
  const [processor] = cpus();
  return `Measured ${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${processor?.model ?? "?"}, Chromium without GPU, 1440 × 900, load ${round(loadavg()[0])}.`;
}
