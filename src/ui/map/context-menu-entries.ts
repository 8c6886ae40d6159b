import { type Action, actionGroups, type MenuFold } from "../action.ts";

/** An entry of the menu: an action, or several that stand in a menu of their own. */
export type MenuEntry =
  | { readonly action: Action }
  | { readonly fold: MenuFold; readonly actions: readonly Action[] };

/** Whoever has to read more entries than this finds nothing in a hurry. */
export const MOST_ENTRIES = 12;

/** The entries of a menu by group. Folds close only where the menu would be too long without them. */
export function menuEntries(possible: readonly Action[]): readonly (readonly MenuEntry[])[] {
  const isLong = possible.length > MOST_ENTRIES;
  return actionGroups
    .map((group) => possible.filter((action) => action.group === group))
    .filter((actions) => actions.length > 0)
    .map((actions) => (isLong ? folded(actions) : actions.map((action) => ({ action }))));
}

/** A fold stands where its first action would. */
function folded(actions: readonly Action[]): readonly MenuEntry[] {
  const result: MenuEntry[] = [];
  const done = new Set<MenuFold>();
  for (const action of actions) {
    const { fold } = action;
    const inside = fold === undefined ? [] : actions.filter((other) => other.fold === fold);
    if (fold === undefined || inside.length === 1) result.push({ action });
    else if (!done.has(fold)) {
      done.add(fold);
      result.push({ fold, actions: inside });
    }
  }
  return result;
}
