import { Button } from "@mantine/core";
import { ClipboardList, FileText, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { useText } from "#i18n/i18n.ts";
import { planMeasure } from "#model/commands/plan.ts";
import type { Id, Touchpoint } from "#model/journey-map.ts";
import { useEditor, useJourneyMap } from "../../map/open-map.ts";
import { measureTitle } from "../../plan/measure-title.ts";
import { useServices } from "../../services.ts";
import classes from "./Details.module.css";

/** What is planned for a touchpoint and what is delivered at it; each leads to the plan. */
export function NodePlan({ touchpoint }: { readonly touchpoint: Touchpoint }) {
  const { t } = useTranslation();
  const map = useJourneyMap();
  const [, navigate] = useLocation();
  const plan = usePlanning();
  const isHere = ({ touchpointIds }: { readonly touchpointIds: readonly Id[] }) =>
    touchpointIds.includes(touchpoint.id);
  const open = (id: Id) => navigate(`/map/${map.id}/plan/${id}`);
  return (
    <section aria-label={t("plan.ofTouchpoint")}>
      <h3 className={classes.sectionTitle}>{t("plan.ofTouchpoint")}</h3>
      <ul className={classes.planned}>
        {Object.values(map.measures)
          .filter(isHere)
          .map(({ id, title, status }) => (
            <li key={id}>
              <button type="button" className={classes.planLink} onClick={() => open(id)}>
                <ClipboardList size="1rem" aria-hidden />
                <span>
                  {title.trim() || t("kind.untitled")} ({t(`plan.status.${status}`)})
                </span>
              </button>
            </li>
          ))}
        {Object.values(map.contents)
          .filter(isHere)
          .map(({ id, title }) => (
            <li key={id}>
              <button type="button" className={classes.planLink} onClick={() => open(id)}>
                <FileText size="1rem" aria-hidden />
                <span>{title.trim() || t("kind.untitled")}</span>
              </button>
            </li>
          ))}
      </ul>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<Plus size="1rem" aria-hidden />}
        onClick={() => {
          const id = plan(touchpoint);
          if (id !== null) open(id);
        }}
      >
        {t("plan.planMeasure")}
      </Button>
    </section>
  );
}

/** Plans a measure for a touchpoint, without a title or against a disappointment; returns its id, null where it is refused. */
export function usePlanning(): (touchpoint: Touchpoint, disappointment?: string) => Id | null {
  const t = useText();
  const editor = useEditor();
  const { newId } = useServices();
  return (touchpoint, disappointment) => {
    const id = newId();
    const title = disappointment === undefined ? "" : measureTitle(t, touchpoint, disappointment);
    return editor.dispatch(planMeasure(id, touchpoint, title)) ? id : null;
  };
}
