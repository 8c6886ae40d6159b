import { Input, NumberInput, Select } from "@mantine/core";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { decimalSign } from "#exchange/decimal-sign.ts";
import { durationText } from "../../duration-text.ts";
import type { ControlProps } from "./control-props.ts";
import classes from "./Details.module.css";
import {
  type DurationUnit,
  durationUnits,
  minutesOf,
  splitDuration,
  type WrittenDuration,
} from "./duration-units.ts";
import { type Different, different } from "./shared-value.ts";

export function DurationControl({ label, value, onChange, onLeave }: ControlProps<number | null>) {
  return <DurationInput label={label} value={value} onChange={onChange} onLeave={onLeave} />;
}

export interface DurationInputProps {
  readonly label: string;
  /** Minutes. */
  readonly value: number | null | Different;
  readonly onChange: (minutes: number | null) => void;
  readonly onLeave: () => void;
  /** It gets the keyboard as soon as it is there. */
  readonly isFirst?: boolean;
}

interface Typed extends WrittenDuration {
  readonly minutes: number | null | Different;
}

/** An amount and its unit; below it what that means in words, where the words say more. */
export function DurationInput({ label, value, onChange, onLeave, isFirst = false }: DurationInputProps) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState<Typed | null>(null);
  // What was typed counts only as long as it stands for the value of the document.
  const shown = typed?.minutes === value ? typed : splitDuration(value === different ? null : value);
  const change = (written: WrittenDuration) => {
    const minutes = minutesOf(written);
    // Another unit for no amount is no change, above all not where the selected nodes differ.
    const isChange = minutes !== undefined && minutes !== value && (minutes !== null || value !== different);
    setTyped({ ...written, minutes: isChange ? minutes : value });
    if (isChange) onChange(minutes);
  };
  return (
    <Input.Wrapper
      id={id}
      label={label}
      description={typeof value === "number" ? durationText(value, i18n.language) : null}
      inputWrapperOrder={["label", "input", "description"]}
    >
      <div className={classes.duration}>
        <NumberInput
          id={id}
          autoFocus={isFirst}
          min={0}
          max={9_999_999}
          allowNegative={false}
          decimalScale={2}
          decimalSeparator={decimalSign(i18n.language)}
          value={shown.amount}
          {...(value === different ? { placeholder: t("details.different") } : {})}
          onChange={(amount) => change({ amount, unit: shown.unit })}
          onBlur={onLeave}
        />
        <Select
          aria-label={t("details.unitOf", { label })}
          data={durationUnits.map(({ unit }) => ({ value: unit, label: t(`option.unit.${unit}`) }))}
          value={shown.unit}
          allowDeselect={false}
          onChange={(unit) => unit && change({ amount: shown.amount, unit: unit as DurationUnit })}
          onBlur={onLeave}
        />
      </div>
    </Input.Wrapper>
  );
}
