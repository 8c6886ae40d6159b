import { UnstyledButton } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import { labelText } from "../../command-label.ts";
import { useEditor, useEditorState } from "../../map/open-map.ts";
import classes from "./History.module.css";

/** All steps, done and undone; a click goes back or forward to one. */
export function HistoryPanel() {
  const { t } = useTranslation();
  const text = useText();
  const past = useEditorState((state) => state.past);
  const future = useEditorState((state) => state.future);
  const steps = [...past, ...future];
  return (
    <>
      <p className={classes.hint}>{t("history.hint")}</p>
      <ol className={classes.steps} aria-label={t("history.steps")}>
        <HistoryItem text={t("history.opened")} place={0} present={past.length} />
        {steps.map((step, index) => (
          <HistoryItem
            // A step has no identity besides its place.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={index}
            text={labelText(text, step.label)}
            place={index + 1}
            present={past.length}
          />
        ))}
      </ol>
    </>
  );
}

interface HistoryItemProps {
  readonly text: string;
  /** How many steps are done once one is here. */
  readonly place: number;
  readonly present: number;
}

function HistoryItem({ text, place, present }: HistoryItemProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const button = useRef<HTMLButtonElement>(null);
  const isPresent = place === present;
  useEffect(() => {
    if (isPresent) button.current?.scrollIntoView?.({ block: "nearest" });
  }, [isPresent]);
  return (
    <li className={classes.item}>
      <UnstyledButton
        ref={button}
        className={classes.step}
        data-undone={place > present || undefined}
        aria-current={isPresent ? "step" : undefined}
        onClick={() => editor.goTo(place)}
      >
        <span className={classes.text}>{text}</span>
        {isPresent && <span className={classes.now}>{t("history.now")}</span>}
      </UnstyledButton>
    </li>
  );
}
