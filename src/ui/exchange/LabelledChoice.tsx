import { Input, SegmentedControl, Text } from "@mantine/core";
import { useId } from "react";

interface LabelledChoiceProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string; readonly disabled?: boolean }[];
  readonly hint?: string | null;
  onChange(value: V): void;
}

/** One of a few, side by side, under a label. */
export function LabelledChoice<V extends string>({
  label,
  value,
  options,
  hint = null,
  onChange,
}: LabelledChoiceProps<V>) {
  const id = useId();
  return (
    <div>
      <Input.Label id={id} labelElement="div">
        {label}
      </Input.Label>
      <SegmentedControl<V>
        fullWidth
        aria-labelledby={id}
        value={value}
        data={options.map((option) => ({ ...option }))}
        onChange={onChange}
      />
      {hint !== null && (
        <Text size="sm" c="var(--dk-inkSoft)" mt={4}>
          {hint}
        </Text>
      )}
    </div>
  );
}
