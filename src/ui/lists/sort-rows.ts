/** A column by which a list is sorted. */
export interface Sorting<K extends string> {
  readonly by: K;
  readonly isDescending: boolean;
}

/** Rows in the order of a text each; those without one come last, either way round. */
export function sortRows<T extends { readonly id: string }>(
  rows: readonly T[],
  textOf: (row: T) => string | null,
  isDescending: boolean,
  language: string,
): readonly T[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const texts = new Map(rows.map((row) => [row.id, textOf(row)]));
  return rows.toSorted((a, b) => {
    const [one, other] = [texts.get(a.id) ?? "", texts.get(b.id) ?? ""];
    if (one === "" || other === "") return one === other ? compare(a.id, b.id) : one === "" ? 1 : -1;
    return (isDescending ? compare(other, one) : compare(one, other)) || compare(a.id, b.id);
  });
}
