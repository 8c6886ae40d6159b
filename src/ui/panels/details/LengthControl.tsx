import { NumberInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ControlProps } from "./control-props.ts";
import { type Different, different } from "./shared-value.ts";
import { useDraft } from "./use-draft.ts";

const LARGEST = 100_000;

/** Map units. What is too small or too large stays in the input and leaves the document alone. */
export function LengthControl({ label, field, value, onChange, onLeave }: ControlProps<number>) {
  const { t } = useTranslation();
  const minimum = field.minimum ?? 0;
  const draft = useDraft<number | Different>(
    value,
    (length) => (length === different ? "" : String(length)),
    (text) => {
      const length = text === "" ? Number.NaN : Number(text);
      return length >= minimum && length <= LARGEST ? length : undefined;
    },
    (length) => length !== different && onChange(length),
  );
  return (
    <NumberInput
      label={label}
      min={minimum}
      max={LARGEST}
      step={10}
      allowDecimal={false}
      value={draft.text}
      {...(value === different ? { placeholder: t("details.different") } : {})}
      onChange={(length) => draft.type(String(length))}
      onBlur={() => {
        draft.leave();
        onLeave();
      }}
    />
  );
}
