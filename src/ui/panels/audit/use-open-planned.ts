import { useLocation } from "wouter";
import { useText } from "#i18n/i18n.ts";
import type { Id } from "#model/journey-map.ts";
import { useEditor } from "../../map/open-map.ts";
import { useKept } from "../../map/use-kept.ts";
import { showPlanned } from "../../plan/planned-notice.tsx";

/** The finding on which the keyboard goes on when one is back from the plan. */
export function useNextFinding() {
  return useKept<string | null>("audit.next");
}

/**
 * Opens the form of a measure that was planned from a finding, where somebody says what is done, and shows the way back.
 * `text` names the finding; `next` is the one to go on with.
 */
export function useOpenPlanned(): (measureId: Id, text: string, next: string | null) => void {
  const t = useText();
  const editor = useEditor();
  const [from, navigate] = useLocation();
  const nextFinding = useNextFinding();
  return (measureId, text, next) => {
    navigate(`/map/${editor.store.getState().map.id}/plan/${measureId}/new`);
    showPlanned({
      title: t("plan.planned"),
      text,
      way: t("audit.backToFindings"),
      onGo() {
        nextFinding.write(next);
        navigate(from);
      },
    });
  };
}
