import { type FocusEvent, type RefObject, useLayoutEffect, useState } from "react";
import type { Finding } from "#model/audit/audit.ts";
import { useEditorState } from "../../map/open-map.ts";

interface TabStop {
  /** The finding whose buttons Tab stops at; undefined: there is none. */
  readonly tabStop: string | undefined;
  /** For the element around the findings. */
  onFocus(event: FocusEvent<HTMLElement>): void;
}

/**
 * Tab stops at the buttons of one finding only and then leaves the list, arrow keys go from finding to finding: a map has
 * hundreds of buttons like these. It is the finding that had the keyboard last, until something else is selected.
 * `shown`: the findings that are on the page. `current`: the place of the one of what is selected, -1 for none.
 */
export function useTabStop(
  shown: readonly Finding[],
  current: number,
  list: RefObject<HTMLElement | null>,
): TabStop {
  const selection = useEditorState((state) => state.selection);
  const [last, setLast] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the selection that makes another one the current one.
  useLayoutEffect(() => {
    // What was selected from within the list leaves the keyboard where it is.
    if (!list.current?.contains(document.activeElement)) setLast(null);
  }, [selection, list]);
  return {
    tabStop: (shown.find(({ id }) => id === last) ?? shown[current] ?? shown[0])?.id,
    onFocus: ({ target }) => {
      const item = target.closest<HTMLElement>("[data-finding]");
      if (item) setLast(item.dataset.finding ?? null);
    },
  };
}
