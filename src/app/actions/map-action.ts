import type { Action, ActionContext } from "#ui/action.ts";

/** What an action of the map page works on. */
export type MapContext = ActionContext & { readonly openMap: NonNullable<ActionContext["openMap"]> };

/** An action of the map page: it is there only while a map is open. */
export function mapAction(
  action: Omit<Action, "place" | "perform" | "problem"> & {
    problem?(context: MapContext): string | null;
    perform(context: MapContext): void | Promise<void>;
  },
): Action {
  return {
    ...action,
    place: "map",
    problem: (context) => (context.openMap ? (action.problem?.(context as MapContext) ?? null) : "noMap"),
    perform: (context) => (context.openMap ? action.perform(context as MapContext) : undefined),
  };
}

export const stateOf = ({ openMap }: MapContext) => openMap.editor.store.getState();
export const selectedNodes = (context: MapContext) => stateOf(context).selection.nodeIds;
export const needsNodes = (context: MapContext) =>
  selectedNodes(context).length > 0 ? null : "nothingSelected";
export const needsCanvas = (context: MapContext) => (context.canvas ? null : "onlyOnCanvas");
