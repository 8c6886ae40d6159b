import { useState } from "react";
import { isSame } from "#model/is-same.ts";

/**
 * Plain data as it was at an earlier rendering for as long as it is equal: the map changes with every key, what is
 * read from it for a header hardly ever.
 */
export function useSame<T>(value: T): T {
  const [kept, keep] = useState(value);
  if (kept === value || isSame(kept, value)) return kept;
  keep(value);
  return value;
}
