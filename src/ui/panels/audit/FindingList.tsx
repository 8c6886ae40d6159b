import { useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Finding } from "#model/audit/audit.ts";
import type { Id } from "#model/journey-map.ts";
import { EndOfList } from "../../lists/EndOfList.tsx";
import { useDoubleClickGuard } from "../../lists/use-double-click-guard.ts";
import { useShownCount } from "../../lists/use-shown-count.ts";
import { useEditorState } from "../../map/open-map.ts";
import styles from "./audit.module.css";
import { FindingItem } from "./FindingItem.tsx";
import { useFindingActions } from "./use-finding-actions.ts";
import { useFindingProps } from "./use-finding-rows.ts";
import { useTabStop } from "./use-tab-stop.ts";
import { useTriageKeys } from "./use-triage-keys.ts";

interface FindingListProps {
  findings: readonly Finding[];
  onShow(finding: Finding): void;
  onAgree(connectionId: Id): void;
  announce(text: string): void;
}

/** All findings, each with what settles it, to be worked off by keys; settling one hands the keyboard on to the next. */
export function FindingList({ findings, onShow, onAgree, announce }: FindingListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const { actions, neededPlace } = useFindingActions({ findings, list, onShow, onAgree, announce });
  const { isCurrent, propsOf } = useFindingProps();
  const end = useRef<HTMLLIElement>(null);
  const current = findings.findIndex(isCurrent);
  const { shown, more } = useShownCount(findings.length, Math.max(current, neededPlace()), end);
  const shownFindings = findings.slice(0, shown);
  const { tabStop, onFocus } = useTabStop(shownFindings, current, list);
  const handleKeyDown = useTriageKeys(findings, actions, more);
  const guard = useDoubleClickGuard();
  useCurrentInSight(list);

  return (
    <ul
      ref={list}
      className={styles.findings}
      aria-label={t("audit.findings")}
      // biome-ignore lint/a11y/noRedundantRoles: without bullets some browsers take the list for none.
      role="list"
      onFocus={onFocus}
      onKeyDown={handleKeyDown}
      {...guard}
    >
      {shownFindings.map((finding) => (
        <FindingItem
          key={finding.id}
          {...propsOf(finding)}
          isTabStop={finding.id === tabStop}
          actions={actions}
        />
      ))}
      {shown < findings.length && (
        <li ref={end}>
          <EndOfList text={t("audit.moreFindings", { count: findings.length - shown })} onMore={more} />
        </li>
      )}
    </ul>
  );
}

/** Scrolls to the finding of what is selected. */
function useCurrentInSight(list: React.RefObject<HTMLElement | null>): void {
  const selection = useEditorState((state) => state.selection);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the selection that makes another one the current one.
  useLayoutEffect(() => {
    const current = list.current?.querySelector('[aria-current="true"]');
    // The very list that was clicked in must not move under the pointer.
    if (current && !list.current?.contains(document.activeElement)) {
      current.closest("li")?.scrollIntoView?.({ block: "nearest" });
    }
  }, [selection, list]);
}
