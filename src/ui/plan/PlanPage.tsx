import { Button, SegmentedControl } from "@mantine/core";
import { Plus } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { addContent, addMeasure } from "#model/commands/plan.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { newContent, newMeasure } from "#model/new-objects.ts";
import { isOverdue } from "#model/overdue.ts";
import { useEditor, useJourneyMap } from "../map/open-map.ts";
import { useKeptState } from "../map/use-kept.ts";
import { useServices } from "../services.ts";
import { leavesByEscape } from "../shell/leaves-by-escape.ts";
import { useToday } from "../today.ts";
import { ContentBoard } from "./ContentBoard.tsx";
import { ContentForm } from "./ContentForm.tsx";
import { ContentTable } from "./ContentTable.tsx";
import { MeasureBoard } from "./MeasureBoard.tsx";
import { MeasureForm } from "./MeasureForm.tsx";
import { MeasureTable } from "./MeasureTable.tsx";
import classes from "./plan.module.css";
import { useAskedLine } from "./use-asked-line.ts";

/** What is planned, and how it is shown; each has a text `plan.views.<it>`. */
const subjects = ["measures", "contents"] as const;
const shapes = ["list", "board"] as const;

interface PlanPageProps {
  /** Selects nodes and shows them on the canvas. */
  onShowNodes(nodeIds: readonly Id[]): void;
}

/** What a line of the plan is one of. */
function subjectOf({ measures, contents }: JourneyMap, item: Id | null) {
  if (item === null) return undefined;
  if (Object.hasOwn(contents, item)) return "contents";
  return Object.hasOwn(measures, item) ? "measures" : undefined;
}

/** The common plan: what is done for the customer, by whom and until when; and what is delivered to them. */
export function PlanPage({ onShowNodes }: PlanPageProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const { newId } = useServices();
  const map = useJourneyMap();
  const today = useToday();
  // Whoever comes from a touchpoint comes to one line.
  const asked = useAskedLine();
  const [subject, setSubject] = useKeptState<(typeof subjects)[number]>(
    "plan.subject",
    "measures",
    subjectOf(map, asked.id),
  );
  const [shape, setShape] = useKeptState<(typeof shapes)[number]>("plan.shape", "list");
  const [chosenId, setChosenId] = useState<Id | null>(asked.id);
  const [isNew, setNew] = useState(asked.isNew);
  const [seen, setSeen] = useState(asked);
  if (asked !== seen) {
    setSeen(asked);
    setChosenId(asked.id);
    setNew(asked.isNew);
    setSubject(subjectOf(map, asked.id) ?? subject);
  }
  const page = useRef<HTMLElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const isContents = subject === "contents";
  const measures = Object.values(map.measures);
  const contents = Object.values(map.contents);
  const chosen = chosenId !== null && subjectOf(map, chosenId) === subject ? chosenId : null;
  const measure = chosen === null || isContents ? undefined : map.measures[chosen];
  const content = chosen === null || !isContents ? undefined : map.contents[chosen];
  const overdue = measures.filter((one) => isOverdue(one, today)).length;

  const choose = (id: Id | null) => {
    setChosenId(id);
    setNew(false);
  };
  const add = () => {
    const id = newId();
    editor.dispatch(isContents ? addContent(newContent(id)) : addMeasure(newMeasure(id)));
    choose(id);
  };
  /** The keyboard goes on at the line whose form it was in; where that is gone as well, where one adds another. */
  const close = () => {
    const lines = [...(page.current?.querySelectorAll<HTMLElement>("[data-line]") ?? [])];
    choose(null);
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      const line = lines.find((one) => one.isConnected && one.dataset.line === chosenId);
      (line ?? addButton.current)?.focus();
    });
  };
  const shared = { chosenId, onChoose: choose };
  return (
    // From the list beside the form as well: that is where the keyboard is after a click on a line.
    <section
      ref={page}
      className={classes.page}
      aria-label={t("plan.title")}
      onKeyDown={(event) => chosenId !== null && leavesByEscape(event) && close()}
    >
      <div className={classes.main}>
        <div className={classes.head}>
          <h2 className={classes.title}>
            {isContents
              ? t("things.content", { count: contents.length })
              : t("things.measure", { count: measures.length })}
          </h2>
          {!isContents && overdue > 0 && (
            <p className={classes.late}>{t("plan.overdueCount", { count: overdue })}</p>
          )}
          <SegmentedControl
            size="sm"
            aria-label={t("plan.subject")}
            data={subjects.map((value) => ({ value, label: t(`plan.views.${value}`) }))}
            value={subject}
            onChange={(value) => {
              setSubject(value);
              choose(null);
            }}
          />
          <SegmentedControl
            size="sm"
            aria-label={t("plan.view")}
            data={shapes.map((value) => ({ value, label: t(`plan.views.${value}`) }))}
            value={shape}
            onChange={setShape}
          />
          <Button ref={addButton} size="sm" leftSection={<Plus size="1rem" aria-hidden />} onClick={add}>
            {isContents ? t("plan.addContent") : t("plan.addMeasure")}
          </Button>
        </div>
        {shape === "list" && !isContents && <MeasureTable map={map} today={today} {...shared} />}
        {shape === "board" && !isContents && <MeasureBoard map={map} today={today} {...shared} />}
        {shape === "list" && isContents && <ContentTable map={map} {...shared} />}
        {shape === "board" && isContents && <ContentBoard map={map} {...shared} />}
      </div>
      {measure && (
        <MeasureForm
          key={measure.id}
          map={map}
          measure={measure}
          today={today}
          isNew={isNew}
          onClose={close}
          onShowNodes={onShowNodes}
        />
      )}
      {content && (
        <ContentForm key={content.id} map={map} content={content} onClose={close} onShowNodes={onShowNodes} />
      )}
    </section>
  );
}
