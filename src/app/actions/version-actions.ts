import { BookmarkPlus, GalleryVerticalEnd } from "lucide-react";
import type { Action } from "#ui/action.ts";
import { mapAction, stateOf } from "./map-action.ts";

/** States of the map that are kept for later. */
export const versionActions: readonly Action[] = [
  mapAction({
    id: "keep-version",
    group: "file",
    icon: BookmarkPlus,
    perform: ({ openDialog }) => openDialog("keepVersion"),
  }),
  mapAction({
    id: "view-versions",
    group: "view",
    icon: GalleryVerticalEnd,
    perform: (context) => context.navigate(`/map/${stateOf(context).map.id}/history`),
  }),
];
