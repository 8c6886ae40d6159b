import { Spotlight, type SpotlightActionGroupData } from "@mantine/spotlight";
import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useText } from "#i18n/i18n.ts";
import type { Id } from "#model/journey-map.ts";
import { searchTextOf } from "#model/queries.ts";
import { nodesInReadingOrder } from "#model/reading-order.ts";
import { type Action, type ActionContext, actionGroups } from "../action.ts";
import { kindIcons } from "../kind-icons.ts";
import styles from "./CommandPalette.module.css";
import { matching, NODE } from "./palette-filter.ts";
import { closePalette, paletteStore, useIsPaletteOpen } from "./palette-store.ts";
import { useRunner } from "./runner.ts";
import { Shortcut } from "./Shortcut.tsx";

/** All actions of the page and the nodes of its map, found by typing. */
export function CommandPalette() {
  const t = useText();
  const { run, context } = useRunner();
  const chosen = useRef<string | null>(null);
  const cameFrom = useRef<Element | null>(null);
  const isOpen = useIsPaletteOpen();
  // The palette is one for all pages: a page that goes must not leave it open over the next one.
  useEffect(() => closePalette, []);
  const groups = usePaletteGroups(isOpen, (id) => {
    chosen.current = id;
  });
  return (
    <Spotlight
      store={paletteStore}
      shortcut={null}
      overlayProps={{ blur: 0 }}
      title={t("shell.palette.placeholder")}
      classNames={{ header: styles.hiddenHeading ?? "" }}
      actions={groups}
      nothingFound={t("shell.palette.nothing")}
      filter={matching}
      searchProps={{
        leftSection: <Search size={20} aria-hidden />,
        placeholder: t("shell.palette.placeholder"),
        "aria-label": t("shell.palette.placeholder"),
        onKeyDown: chooseFirst,
      }}
      scrollable
      maxHeight="60vh"
      onSpotlightOpen={() => {
        cameFrom.current = document.activeElement;
      }}
      // After closing, so that a dialog which the action opens is not robbed of the focus.
      onExitTransitionEnd={() => {
        const id = chosen.current;
        chosen.current = null;
        // A dialog gives the keyboard back to where it was when the dialog came.
        if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus({ preventScroll: true });
        if (id?.startsWith(NODE)) goToNode(context, id.slice(NODE.length));
        else if (id !== null) run(id);
      }}
    />
  );
}

/** Who types quickly presses Enter before the list has marked an entry: the first one is meant. */
function chooseFirst({ key, currentTarget }: KeyboardEvent<HTMLInputElement>): void {
  const list = currentTarget.closest('[role="dialog"]');
  if (key !== "Enter" || currentTarget.value === "" || list?.querySelector("[data-selected]")) return;
  list?.querySelector<HTMLElement>("[data-action]")?.click();
}

function goToNode({ openMap, canvas }: ActionContext, nodeId: Id): void {
  openMap?.editor.select({ nodeIds: [nodeId], connectionIds: [] });
  canvas?.bringIntoView([nodeId]);
  canvas?.focus(nodeId);
}

function usePaletteGroups(isOpen: boolean, choose: (id: string) => void): SpotlightActionGroupData[] {
  const t = useText();
  const { actions, problemOf, context } = useRunner();
  // Asking each action whether it can be done costs something; nobody sees the answer while it is closed.
  if (!isOpen) return [];
  const entry = (action: Action) => {
    const problem = problemOf(action);
    const [shortcut] = [...(action.shortcuts ?? []), ...(action.canvasKeys ?? [])];
    return {
      id: action.id,
      label: t(`action.${action.id}`),
      ...(problem === null ? {} : { description: problem, className: styles.impossible ?? "" }),
      "aria-disabled": problem !== null,
      leftSection: <action.icon size={20} aria-hidden />,
      rightSection: shortcut === undefined ? null : <Shortcut shortcut={shortcut} />,
      onClick: () => choose(action.id),
    };
  };
  const map = context.openMap?.editor.store.getState().map;
  const nodes = map === undefined ? [] : nodesInReadingOrder(map);
  const nodeGroup: SpotlightActionGroupData = {
    group: t("shell.palette.nodes"),
    actions: nodes.map((node) => {
      const Icon = kindIcons[node.kind];
      return {
        id: `${NODE}${node.id}`,
        label: `${t(`kind.${node.kind}`)}: ${node.title}`,
        keywords: map === undefined ? "" : searchTextOf(map, node),
        leftSection: <Icon size={20} aria-hidden />,
        onClick: () => choose(`${NODE}${node.id}`),
      };
    }),
  };
  const actionEntries = actionGroups
    .map((group) => ({
      group: t(`shell.group.${group}`),
      actions: actions.filter((action) => action.group === group && action.id !== "palette").map(entry),
    }))
    .filter((group) => group.actions.length > 0);
  return [...actionEntries, nodeGroup];
}
