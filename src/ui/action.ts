import type { LucideIcon } from "lucide-react";
import { createContext, useContext } from "react";

import type { Rectangle } from "#model/geometry.ts";
import type { Id } from "#model/journey-map.ts";
import type { OpenMap, Services } from "./services.ts";

/** What the canvas offers to actions; null while the canvas is not on the screen. */
export interface CanvasHandle {
  zoomIn(): void;
  zoomOut(): void;
  zoomTo(zoom: number): void;
  fitMap(): void;
  zoomToSelection(): void;
  /** Moves the view so that the nodes are in sight, as little as needed. */
  bringIntoView(nodeIds: readonly Id[]): void;
  /** The same with what a journey has in a stage, also where that is nothing. */
  bringCellIntoView(journeyId: Id, stageId: Id): void;
  /** Brings the column of a stage into view and gives its header the keyboard. */
  showStage(stageId: Id): void;
  /** The visible part of the map, map units. */
  visibleRectangle(): Rectangle;
  /** Starts editing the title on the canvas. */
  editTitle(nodeId: Id): void;
  /** Starts editing the name of a stage over its column, which comes into view for it. */
  editStageName(stageId: Id): void;
  /** Gives the keyboard to the canvas: to a node, or to the canvas itself. */
  focus(nodeId?: Id): void;
}

/** The dialogs and panels that an action may open; each is drawn by the page that owns it. */
export type DialogName =
  | "export"
  | "import"
  | "people"
  | "history"
  | "newMap"
  | "help"
  | "storage"
  | "connect"
  | "managers"
  | "keepVersion";

/** What an action works on. */
export interface ActionContext {
  readonly services: Services;
  /** The open map, or null in the library. */
  readonly openMap: OpenMap | null;
  readonly canvas: CanvasHandle | null;
  navigate(path: string): void;
  openDialog(name: DialogName): void;
  /** Says something to the eye (a short message) and to the screen reader. The text is in the user's language. */
  announce(text: string): void;
  /** A translated text: `t("map.title")`. */
  t(key: string, options?: Readonly<Record<string, unknown>>): string;
}

export const actionGroups = ["file", "edit", "add", "arrange", "assign", "view", "help"] as const;
export type ActionGroup = (typeof actionGroups)[number];

/** The menus of their own that keep the context menu short; each has a text `mapPage.fold.<it>`. */
export const menuFolds = ["add", "convert", "align", "responsibility"] as const;
export type MenuFold = (typeof menuFolds)[number];

/**
 * One thing that a user can do. Its texts are `action.<id>` and, where it may be greyed out, `reason.<it>`.
 * Toolbar, menus, command palette, shortcuts and the help page all derive from the table of these.
 */
export interface Action {
  readonly id: string;
  readonly group: ActionGroup;
  readonly icon: LucideIcon;
  /** As @mantine/hooks writes them ("mod+Z"); the first is shown. */
  readonly shortcuts?: readonly string[];
  /** A step back or forward in the history: it works in dialogs that change the map while they are open, too. */
  readonly isHistoryStep?: boolean;
  /** Single keys that work only while the canvas or the outline has the focus; also shown in the help. */
  readonly canvasKeys?: readonly string[];
  /** Where the action makes sense. */
  readonly place: "map" | "library" | "everywhere";
  /** Where it shows besides the palette and the help page. */
  readonly shownIn?: readonly ("toolbar" | "contextMenu" | "mapMenu")[];
  /** With which others it stands in a menu of its own where the context menu would be too long. */
  readonly fold?: MenuFold;
  /** Null when it can be done, else the key of the reason why not. */
  problem?(context: ActionContext): string | null;
  perform(context: ActionContext): void | Promise<void>;
}

const ActionsContext = createContext<readonly Action[]>([]);
export const ActionsProvider = ActionsContext.Provider;

export function useActions(): readonly Action[] {
  return useContext(ActionsContext);
}
