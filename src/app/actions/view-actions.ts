import {
  ClipboardCheck,
  ClipboardList,
  Eye,
  Focus,
  ListTree,
  Map as MapIcon,
  Maximize,
  PanelRight,
  PanelsTopLeft,
  Printer,
  Table2,
  ZoomIn,
  ZoomOut,
} from "lucide-react";
import type { Action } from "#ui/action.ts";
import { goToArea } from "#ui/shell/areas.ts";
import { mapAction, needsCanvas, needsNodes, stateOf } from "./map-action.ts";

/** What is in sight. */
export const viewActions: readonly Action[] = [
  mapAction({
    id: "zoom-in",
    group: "view",
    icon: ZoomIn,
    shortcuts: ["[plus]"],
    problem: needsCanvas,
    perform: ({ canvas }) => canvas?.zoomIn(),
  }),
  mapAction({
    id: "zoom-out",
    group: "view",
    icon: ZoomOut,
    shortcuts: ["-"],
    problem: needsCanvas,
    perform: ({ canvas }) => canvas?.zoomOut(),
  }),
  mapAction({
    id: "zoom-100",
    group: "view",
    icon: Eye,
    shortcuts: ["9"],
    problem: needsCanvas,
    perform: ({ canvas }) => canvas?.zoomTo(1),
  }),
  mapAction({
    id: "fit-map",
    group: "view",
    icon: Maximize,
    shortcuts: ["0"],
    problem: needsCanvas,
    perform: ({ canvas }) => canvas?.fitMap(),
  }),
  mapAction({
    id: "zoom-to-selection",
    group: "view",
    icon: Focus,
    shortcuts: ["8"],
    shownIn: ["contextMenu"],
    problem: (context) => needsCanvas(context) ?? needsNodes(context),
    perform: ({ canvas }) => canvas?.zoomToSelection(),
  }),
  mapAction({
    id: "toggle-minimap",
    group: "view",
    icon: MapIcon,
    perform({ services: { settings } }) {
      settings.setState({ isMinimapOpen: !settings.getState().isMinimapOpen });
    },
  }),
  mapAction({
    id: "toggle-audit",
    group: "view",
    icon: PanelRight,
    perform({ services: { settings } }) {
      settings.setState({ isAuditOpen: !settings.getState().isAuditOpen });
    },
  }),
  mapAction({
    id: "toggle-details",
    group: "view",
    icon: PanelRight,
    perform({ services: { settings } }) {
      settings.setState({ areDetailsOpen: !settings.getState().areDetailsOpen });
    },
  }),
  mapAction({
    id: "next-area",
    group: "view",
    icon: PanelsTopLeft,
    shortcuts: ["F6"],
    perform: () => goToArea(1),
  }),
  mapAction({
    id: "previous-area",
    group: "view",
    icon: PanelsTopLeft,
    shortcuts: ["shift+F6"],
    perform: () => goToArea(-1),
  }),
  mapAction({
    id: "view-map",
    group: "view",
    icon: MapIcon,
    perform: (context) => context.navigate(`/map/${stateOf(context).map.id}`),
  }),
  mapAction({
    id: "view-outline",
    group: "view",
    icon: ListTree,
    perform: (context) => context.navigate(`/map/${stateOf(context).map.id}/outline`),
  }),
  mapAction({
    id: "view-table",
    group: "view",
    icon: Table2,
    perform: (context) => context.navigate(`/map/${stateOf(context).map.id}/table`),
  }),
  mapAction({
    id: "view-audit",
    group: "view",
    icon: ClipboardCheck,
    perform: (context) => context.navigate(`/map/${stateOf(context).map.id}/audit`),
  }),
  mapAction({
    id: "view-plan",
    group: "view",
    icon: ClipboardList,
    perform: (context) => context.navigate(`/map/${stateOf(context).map.id}/plan`),
  }),
  mapAction({
    id: "view-report",
    group: "view",
    icon: Printer,
    perform: (context) => context.navigate(`/map/${stateOf(context).map.id}/report`),
  }),
];
