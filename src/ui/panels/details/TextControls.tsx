import { Autocomplete, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useJourneyMap } from "../../map/open-map.ts";
import { channelSuggestions } from "./channel-suggestions.ts";
import type { ControlProps } from "./control-props.ts";
import { type Different, different } from "./shared-value.ts";
import { useDraft } from "./use-draft.ts";

export function TextControl(props: ControlProps<string>) {
  const { t } = useTranslation();
  const { name, field, label, value, onChange, onLeave } = props;
  if (field.suggestions === "channels") return <ChannelControl {...props} />;
  const empty = name === "title" ? t("kind.untitled") : "";
  return (
    <TextInput
      label={label}
      value={value === different ? "" : value}
      placeholder={value === different ? t("details.different") : empty}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onLeave}
    />
  );
}

function ChannelControl({ label, value, onChange, onLeave }: ControlProps<string>) {
  const { t } = useTranslation();
  const map = useJourneyMap();
  return (
    <Autocomplete
      label={label}
      data={channelSuggestions(map, t("details.usualChannels"))}
      value={value === different ? "" : value}
      {...(value === different ? { placeholder: t("details.different") } : {})}
      openOnFocus={false}
      limit={12}
      onChange={onChange}
      onBlur={onLeave}
    />
  );
}

export function MultilineControl({ label, value, onChange, onLeave }: ControlProps<string>) {
  const { t } = useTranslation();
  return (
    <Textarea
      label={label}
      autosize
      minRows={1}
      maxRows={12}
      value={value === different ? "" : value}
      {...(value === different ? { placeholder: t("details.different") } : {})}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onLeave}
    />
  );
}

type Lines = readonly string[];

function linesOf(text: string): Lines {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

export function ListControl({ label, value, onChange, onLeave }: ControlProps<Lines>) {
  const { t } = useTranslation();
  const draft = useDraft<Lines | Different>(
    value,
    (lines) => (lines === different ? "" : lines.join("\n")),
    linesOf,
    (lines) => lines !== different && onChange(lines),
  );
  return (
    <Textarea
      label={label}
      autosize
      minRows={1}
      maxRows={12}
      value={draft.text}
      placeholder={value === different ? t("details.different") : t("details.onePerLine")}
      onChange={(event) => draft.type(event.currentTarget.value)}
      onBlur={() => {
        draft.leave();
        onLeave();
      }}
    />
  );
}
