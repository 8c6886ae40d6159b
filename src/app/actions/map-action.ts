import type { Command } from "#model/commands/command.ts";
import type { Id } from "#model/journey-map.ts";
import type { Action, ActionContext } from "#ui/action.ts";
import { labelText } from "#ui/command-label.ts";

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

/** Carries a command out and says what it did. What is refused says so by itself, and nothing else is said then. */
export function carryOut(
  { openMap: { editor, refused }, announce, t }: MapContext,
  command: Command,
  select?: readonly Id[],
): "done" | "unchanged" | "refused" {
  const { count } = refused.getState();
  if (editor.dispatch(command, select)) {
    announce(labelText(t, command.label));
    return "done";
  }
  return refused.getState().count === count ? "unchanged" : "refused";
}
