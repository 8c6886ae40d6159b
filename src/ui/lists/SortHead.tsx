import { ArrowDown, ArrowUp } from "lucide-react";
import classes from "./list-table.module.css";
import type { Sorting } from "./sort-rows.ts";

interface SortHeadProps<K extends string> {
  readonly column: K;
  readonly name: string;
  readonly sorting: Sorting<K>;
  onSort(sorting: Sorting<K>): void;
}

/** The head of a column; a click sorts by it, another one the other way round. */
export function SortHead<K extends string>({ column, name, sorting, onSort }: SortHeadProps<K>) {
  const isSorted = sorting.by === column;
  const Arrow = sorting.isDescending ? ArrowDown : ArrowUp;
  return (
    <th scope="col" aria-sort={isSorted ? (sorting.isDescending ? "descending" : "ascending") : "none"}>
      <button
        type="button"
        className={classes.sort}
        onClick={() => onSort({ by: column, isDescending: isSorted && !sorting.isDescending })}
      >
        {name}
        {isSorted && <Arrow size="0.875rem" aria-hidden />}
      </button>
    </th>
  );
}
