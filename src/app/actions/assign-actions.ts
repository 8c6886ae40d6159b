import { CircleUser, SkipForward, Star, UserRoundCog, UsersRound } from "lucide-react";
import { assignOwner, changeFields } from "#model/commands/nodes.ts";
import { disciplines, type Owner } from "#model/discipline.ts";
import type { Action } from "#ui/action.ts";
import { nextGap } from "#ui/panels/audit/next-gap.ts";
import { localDate } from "#ui/today.ts";
import { carryOut, type MapContext, mapAction, needsNodes, stateOf } from "./map-action.ts";

/** Who answers for what, and what is open. */
export const assignActions: readonly Action[] = [
  ...[...disciplines, null].map((owner: Owner) =>
    mapAction({
      id: `owner-${owner ?? "nobody"}`,
      group: "assign",
      icon: CircleUser,
      ...(owner === null ? {} : { canvasKeys: [`letter.${owner}`] }),
      shownIn: ["contextMenu"],
      fold: "responsibility",
      problem: needsNodes,
      perform(context) {
        const { map, selection } = stateOf(context);
        carryOut(context, assignOwner(map, selection.nodeIds, owner));
      },
    }),
  ),
  mapAction({
    id: "assign-manager",
    group: "assign",
    icon: UserRoundCog,
    canvasKeys: ["@"],
    shownIn: ["contextMenu"],
    fold: "responsibility",
    problem: needsNodes,
    perform: ({ openDialog }) => openDialog("managers"),
  }),
  mapAction({
    id: "moment-of-truth",
    group: "assign",
    icon: Star,
    shownIn: ["contextMenu"],
    problem: (context) => (selectedTouchpoints(context).length > 0 ? null : "selectTouchpoint"),
    perform(context) {
      const { map } = stateOf(context);
      const touchpoints = selectedTouchpoints(context);
      const momentOfTruth = !touchpoints.every((node) => node.momentOfTruth);
      const ids = touchpoints.map(({ id }) => id);
      context.openMap.editor.dispatch(changeFields(map, ids, { momentOfTruth }));
    },
  }),
  mapAction({
    id: "people",
    group: "assign",
    icon: UsersRound,
    perform: ({ openDialog }) => openDialog("people"),
  }),
  mapAction({
    id: "next-gap",
    group: "assign",
    icon: SkipForward,
    shortcuts: ["F8"],
    perform(context) {
      const finding = nextGap(stateOf(context), localDate(context.services.now()));
      if (!finding) {
        context.announce(context.t("reason.noGaps"));
        return;
      }
      context.openMap.editor.select({ nodeIds: finding.nodeIds, connectionIds: [] });
      context.canvas?.bringIntoView(finding.nodeIds);
      context.canvas?.focus(finding.nodeIds[0]);
    },
  }),
];

function selectedTouchpoints(context: MapContext) {
  const { map, selection } = stateOf(context);
  return selection.nodeIds.map((id) => map.nodes[id]).filter((node) => node?.kind === "touchpoint");
}
