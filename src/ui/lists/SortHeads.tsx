import { SortHead } from "./SortHead.tsx";
import type { Sorting } from "./sort-rows.ts";

interface SortHeadsProps<K extends string> {
  readonly columns: readonly K[];
  readonly sorting: Sorting<K>;
  nameOf(column: K): string;
  onSort(sorting: Sorting<K>): void;
}

/** The heads of all columns by which a list can be sorted. */
export function SortHeads<K extends string>({ columns, sorting, nameOf, onSort }: SortHeadsProps<K>) {
  return columns.map((column) => (
    <SortHead key={column} column={column} name={nameOf(column)} sorting={sorting} onSort={onSort} />
  ));
}
