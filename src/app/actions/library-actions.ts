import { FilePlus, FileUp, Map as MapIcon } from "lucide-react";
import type { Action } from "#ui/action.ts";

/** What has to do with maps as a whole. */
export const libraryActions: readonly Action[] = [
  {
    id: "new-map",
    group: "file",
    icon: FilePlus,
    place: "library",
    perform: ({ openDialog }) => openDialog("newMap"),
  },
  {
    id: "open-sample",
    group: "file",
    icon: MapIcon,
    place: "everywhere",
    async perform({ services, navigate }) {
      navigate(`/map/${encodeURIComponent(await services.createSample())}`);
    },
  },
  {
    id: "import",
    group: "file",
    icon: FileUp,
    shortcuts: ["mod+O"],
    place: "everywhere",
    perform: ({ openDialog }) => openDialog("import"),
  },
];
