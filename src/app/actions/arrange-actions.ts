import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  LayoutGrid,
  type LucideIcon,
} from "lucide-react";
import { type Alignment, align, alignments } from "#model/commands/align.ts";
import { tidyUp } from "#model/commands/tidy.ts";
import type { Action } from "#ui/action.ts";
import { carryOut, mapAction, selectedNodes, stateOf } from "./map-action.ts";

const alignmentIcons: Readonly<Record<Alignment, LucideIcon>> = {
  left: AlignStartVertical,
  centre: AlignCenterVertical,
  right: AlignEndVertical,
  top: AlignStartHorizontal,
  middle: AlignCenterHorizontal,
  bottom: AlignEndHorizontal,
  distributeAcross: AlignHorizontalDistributeCenter,
  distributeDown: AlignVerticalDistributeCenter,
};

/** Where nodes stand. */
export const arrangeActions: readonly Action[] = [
  mapAction({
    id: "tidy-up",
    group: "arrange",
    icon: LayoutGrid,
    shownIn: ["toolbar"],
    perform(context) {
      const outcome = carryOut(context, tidyUp());
      if (outcome === "unchanged") context.announce(context.t("reason.alreadyTidy"));
      if (outcome === "done") context.canvas?.fitMap();
    },
  }),
  ...alignments.map((alignment) =>
    mapAction({
      id: `align-${alignment}`,
      group: "arrange",
      icon: alignmentIcons[alignment],
      shownIn: ["contextMenu"],
      fold: "align",
      problem: (context) => (selectedNodes(context).length > 1 ? null : "selectTwoNodes"),
      perform(context) {
        const { map, selection } = stateOf(context);
        context.openMap.editor.dispatch(align(map, selection.nodeIds, alignment));
      },
    }),
  ),
];
