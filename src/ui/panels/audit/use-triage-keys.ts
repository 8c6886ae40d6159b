import type { KeyboardEvent } from "react";
import { useText } from "#i18n/i18n.ts";
import type { Finding } from "#model/audit/audit.ts";
import type { FindingActions } from "./finding-actions.ts";
import { triageKeys } from "./triage-keys.ts";

/**
 * Keys of a list of findings: the next one and the one before, and its remedies. The same letters as on the canvas give
 * an owner. `more`: shows more findings where the last one is reached.
 */
export function useTriageKeys(
  findings: readonly Finding[],
  actions: FindingActions,
  more: () => void,
): (event: KeyboardEvent<HTMLElement>) => void {
  const t = useText();
  const deeds = new Map(
    triageKeys.flatMap(({ keys, deed }) =>
      keys.map(
        (key) => [(key.startsWith("letter.") ? t(`common.${key}`) : key).toLowerCase(), deed] as const,
      ),
    ),
  );
  return (event) => {
    const { target, currentTarget } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(target instanceof HTMLElement) || target.matches("input, textarea, select")) return;
    const item = target.closest<HTMLElement>("[data-finding]");
    if (!item) return;
    const items = [...currentTarget.querySelectorAll<HTMLElement>("[data-finding]")];
    const place = items.indexOf(item);
    const deed = deeds.get(event.key.toLowerCase());
    if (deed === undefined) return;
    if (deed === "show") {
      const finding = findings.find(({ id }) => id === item.dataset.finding);
      if (finding) actions.show(finding);
    } else if ("goTo" in deed) {
      const next = deed.goTo(place, items.length);
      if (next === items.length) more();
      items[next]?.querySelector<HTMLElement>("[data-show]")?.focus();
      items[next]?.scrollIntoView?.({ block: "nearest" });
    } else {
      const button = item.querySelector<HTMLElement>(deed.press);
      const choice = deed.orGoTo === undefined ? null : item.querySelector<HTMLElement>(deed.orGoTo);
      if (!button && !choice) return;
      if (!button) choice?.focus();
      // A key that is held down would settle one finding after the other.
      else if (!event.repeat) button.click();
    }
    event.preventDefault();
  };
}
