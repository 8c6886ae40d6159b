export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** The median of each figure over several runs; one that no run has is in none of them. */
export function mediansOf<Name extends string>(
  runs: readonly Readonly<Partial<Record<Name, number>>>[],
): Partial<Record<Name, number>> {
  const result: Partial<Record<Name, number>> = {};
  for (const name of new Set(runs.flatMap((run) => Object.keys(run) as Name[]))) {
    const values = runs.map((run) => run[name]).filter((value) => value !== undefined);
    if (values.length > 0) result[name] = medianOf(values);
  }
  return result;
}
