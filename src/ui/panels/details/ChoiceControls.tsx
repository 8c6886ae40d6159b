import { Checkbox, Input, SegmentedControl, Select } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import type { ControlProps } from "./control-props.ts";
import classes from "./Details.module.css";
import { NO_CHOICE } from "./no-choice.ts";
import { different } from "./shared-value.ts";

/** More options than these have no room beside each other. */
const MOST_SEGMENTS = 3;

export function ChoiceControl(props: ControlProps<string | null>) {
  const { name, label, field, value, onChange } = props;
  const { t } = useTranslation();
  const textOf = useText();
  const data = (field.options ?? []).map((option) => ({
    value: option,
    label: textOf(`option.${name}.${option}`),
  }));
  if (field.nullable !== true && data.length <= MOST_SEGMENTS) return <Segments {...props} data={data} />;
  return (
    <Select
      label={label}
      data={
        field.nullable === true ? [{ value: NO_CHOICE, label: t("details.nothingChosen") }, ...data] : data
      }
      value={value === different ? null : (value ?? NO_CHOICE)}
      placeholder={t("details.different")}
      allowDeselect={false}
      onChange={(chosen) => chosen !== null && onChange(chosen === NO_CHOICE ? null : chosen)}
    />
  );
}

interface SegmentsProps extends ControlProps<string | null> {
  readonly data: { value: string; label: string }[];
}

function Segments({ label, value, data, onChange }: SegmentsProps) {
  const { t } = useTranslation();
  const labelId = useId();
  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      labelProps={{ id: labelId }}
      description={value === different ? t("details.different") : null}
    >
      <SegmentedControl
        fullWidth
        classNames={{ label: classes.choiceLabel ?? "" }}
        aria-labelledby={labelId}
        data={data}
        value={value === different || value === null ? "" : value}
        onChange={onChange}
      />
    </Input.Wrapper>
  );
}

export function FlagControl({ label, value, onChange }: ControlProps<boolean>) {
  const { t } = useTranslation();
  return (
    <Checkbox
      label={label}
      checked={value === true}
      indeterminate={value === different}
      description={value === different ? t("details.different") : null}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
