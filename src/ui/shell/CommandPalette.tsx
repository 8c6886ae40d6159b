import { Spotlight, type SpotlightActionGroupData } from "@mantine/spotlight";
import { Search } from "lucide-react";
import { useRef, useState } from "react";
import { useText } from "#i18n/i18n.ts";
import { type Action, actionGroups } from "../action.ts";
import styles from "./CommandPalette.module.css";
import { useRunner } from "./runner.ts";
import { Shortcut } from "./Shortcut.tsx";

/** All actions of the page, found by typing. */
export function CommandPalette() {
  const t = useText();
  const { run } = useRunner();
  const chosen = useRef<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const groups = usePaletteGroups(isOpen, (id) => {
    chosen.current = id;
  });
  return (
    <Spotlight
      shortcut={null}
      title={t("shell.palette.placeholder")}
      classNames={{ header: styles.hiddenHeading ?? "" }}
      actions={groups}
      nothingFound={t("shell.palette.nothing")}
      searchProps={{
        leftSection: <Search size={20} aria-hidden />,
        placeholder: t("shell.palette.placeholder"),
        "aria-label": t("shell.palette.placeholder"),
      }}
      scrollable
      maxHeight="60vh"
      onSpotlightOpen={() => setOpen(true)}
      // After closing, so that a dialog which the action opens is not robbed of the focus.
      onExitTransitionEnd={() => {
        setOpen(false);
        const id = chosen.current;
        chosen.current = null;
        if (id !== null) run(id);
      }}
    />
  );
}

function usePaletteGroups(isOpen: boolean, choose: (id: string) => void): SpotlightActionGroupData[] {
  const t = useText();
  const { actions, problemOf } = useRunner();
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
  return actionGroups
    .map((group) => ({
      group: t(`shell.group.${group}`),
      actions: actions.filter((action) => action.group === group && action.id !== "palette").map(entry),
    }))
    .filter((group) => group.actions.length > 0);
}
