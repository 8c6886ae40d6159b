import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Finding } from "#model/audit/audit.ts";
import { disciplines } from "#model/discipline.ts";
import type { FindingActions } from "./finding-actions.ts";

/** The button of a finding that a key presses. */
const presses: Readonly<Record<string, string>> = {
  f: '[data-remedy="fix"]',
  d: "[data-dismiss]",
  r: '[data-remedy="reopen"]',
  "@": '[data-remedy="managerId"]',
};

/**
 * Keys of a list of findings: the next one and the one before, and its remedies. The same letters as on the canvas give
 * an owner. `more`: shows more findings where the last one is reached.
 */
export function useTriageKeys(
  findings: readonly Finding[],
  actions: FindingActions,
  more: () => void,
): (event: KeyboardEvent<HTMLElement>) => void {
  const { t } = useTranslation();
  const owners = disciplines.map((owner) => [
    t(`common.letter.${owner}`).toLowerCase(),
    `[data-remedy="owner"][data-owner="${owner}"]`,
  ]);
  const selectors = { ...presses, ...(Object.fromEntries(owners) as Record<string, string>) };
  return (event) => {
    const { target, currentTarget } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(target instanceof HTMLElement) || target.matches("input, textarea, select")) return;
    const item = target.closest<HTMLElement>("[data-finding]");
    if (!item) return;
    const items = [...currentTarget.querySelectorAll<HTMLElement>("[data-finding]")];
    const place = items.indexOf(item);
    const goTo = (next: number) => {
      items[next]?.querySelector<HTMLElement>("[data-show]")?.focus();
      items[next]?.scrollIntoView?.({ block: "nearest" });
    };
    if (event.key === "ArrowDown" || event.key === "j") {
      if (place === items.length - 1) more();
      goTo(place + 1);
    } else if (event.key === "ArrowUp" || event.key === "k") goTo(place - 1);
    else if (event.key === "Home") goTo(0);
    else if (event.key === "End") goTo(items.length - 1);
    else if (event.key.toLowerCase() === "g") {
      const finding = findings.find(({ id }) => id === item.dataset.finding);
      if (finding) actions.show(finding);
    } else {
      const button = item.querySelector<HTMLElement>(selectors[event.key.toLowerCase()] ?? "no-such-element");
      if (!button) return;
      // A key that is held down would settle one finding after the other.
      if (!event.repeat) button.click();
    }
    event.preventDefault();
  };
}
