import { ActionIcon, Button, Fieldset, SegmentedControl, Textarea } from "@mantine/core";
import { ClipboardList, Plus, Trash2 } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { Disappointment } from "#model/fields.ts";
import { useEditor, useEditorState } from "../../map/open-map.ts";
import { showPlanned } from "../../plan/planned-notice.tsx";
import type { ControlProps } from "./control-props.ts";
import classes from "./Details.module.css";
import { usePlanning } from "./NodePlan.tsx";
import { different } from "./shared-value.ts";

const burdens = ["customer", "company"] as const;

export function DisappointmentsControl(props: ControlProps<readonly Disappointment[]>) {
  const { label, value, onChange, onLeave } = props;
  const { t } = useTranslation();
  const list = value === different ? [] : value;
  // The place of the entry that was just added and gets the keyboard.
  const added = useRef<number | null>(null);
  /** Adding and removing are steps of their own, apart from what is typed before and after. */
  const changeNow = (next: readonly Disappointment[]) => {
    onLeave();
    onChange(next);
    onLeave();
  };
  return (
    <Fieldset
      legend={label}
      variant="unstyled"
      classNames={{ root: classes.disappointments ?? "", legend: classes.legend ?? "" }}
    >
      {value === different && <p className={classes.hint}>{t("details.different")}</p>}
      {list.map((entry, index) => (
        <Entry
          // Entries have no identity besides their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={index}
          entry={entry}
          number={index + 1}
          takesFocus={added.current === index}
          onFocus={() => {
            added.current = null;
          }}
          onType={(text) => onChange(list.with(index, { ...entry, text }))}
          onBurden={(burden) => changeNow(list.with(index, { ...entry, burden }))}
          onRemove={() => changeNow(list.toSpliced(index, 1))}
          onLeave={onLeave}
        />
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<Plus size="1rem" aria-hidden />}
        onClick={() => {
          added.current = list.length;
          changeNow([...list, { text: "", burden: "customer" }]);
        }}
      >
        {value === different ? t("details.replaceDisappointments") : t("details.addDisappointment")}
      </Button>
    </Fieldset>
  );
}

interface EntryProps {
  readonly entry: Disappointment;
  readonly number: number;
  readonly takesFocus: boolean;
  readonly onFocus: () => void;
  readonly onType: (text: string) => void;
  readonly onBurden: (burden: Disappointment["burden"]) => void;
  readonly onRemove: () => void;
  readonly onLeave: () => void;
}

function Entry({ entry, number, takesFocus, onFocus, onType, onBurden, onRemove, onLeave }: EntryProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.entry}>
      <Textarea
        aria-label={t("details.disappointment", { number })}
        autosize
        minRows={1}
        ref={(input) => {
          if (takesFocus) input?.focus();
        }}
        value={entry.text}
        onFocus={onFocus}
        onChange={(event) => onType(event.currentTarget.value)}
        onBlur={onLeave}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t("details.removeDisappointment", { number })}
        onClick={onRemove}
      >
        <Trash2 size="1rem" aria-hidden />
      </ActionIcon>
      <SegmentedControl
        className={classes.entryBurden}
        fullWidth
        size="xs"
        aria-label={t("details.burden", { number })}
        data={burdens.map((burden) => ({ value: burden, label: t(`option.burden.${burden}`) }))}
        value={entry.burden}
        onChange={(burden) => onBurden(burden)}
      />
      <PlanButton text={entry.text} number={number} />
    </div>
  );
}

/** Makes a measure of a disappointment, where it is known of which touchpoint it is one. */
function PlanButton({ text, number }: { readonly text: string; readonly number: number }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const [, navigate] = useLocation();
  const plan = usePlanning();
  const touchpoint = useEditorState(({ map, selection: { nodeIds } }) => {
    const node = nodeIds.length === 1 ? map.nodes[nodeIds[0] ?? ""] : undefined;
    return node?.kind === "touchpoint" ? node : null;
  });
  if (!touchpoint || text.trim() === "") return null;
  return (
    <Button
      className={classes.entryPlan ?? ""}
      variant="subtle"
      size="compact-sm"
      leftSection={<ClipboardList size="1rem" aria-hidden />}
      aria-label={t("plan.planMeasureFor", { number })}
      onClick={() => {
        const id = plan(touchpoint, text);
        const { map } = editor.store.getState();
        // Refused: whoever refused it says why.
        const measure = id === null ? undefined : map.measures[id];
        if (!measure) return;
        showPlanned({
          title: t("plan.planned"),
          text: measure.title,
          way: t("plan.sayWhat"),
          onGo: () => navigate(`/map/${map.id}/plan/${id}/new`),
        });
      }}
    >
      {t("plan.planMeasure")}
    </Button>
  );
}
