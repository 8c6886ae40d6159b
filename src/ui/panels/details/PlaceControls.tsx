import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { journeysInOrder } from "#model/geometry.ts";
import type { Id } from "#model/journey-map.ts";
import { useJourneyMap } from "../../map/open-map.ts";
import type { ControlProps } from "./control-props.ts";
import { NO_CHOICE } from "./no-choice.ts";
import { different } from "./shared-value.ts";

export function JourneyControl(props: ControlProps<Id | null>) {
  const { t } = useTranslation();
  const journeys = journeysInOrder(useJourneyMap());
  const data = journeys.map(({ id, title }) => ({ value: id, label: title || t("kind.untitled") }));
  return <PlaceSelect {...props} data={data} none={t("details.noJourney")} />;
}

export function StageControl(props: ControlProps<Id | null>) {
  const { t } = useTranslation();
  const { stages } = useJourneyMap();
  const data = stages.map(({ id, name }) => ({ value: id, label: name || t("kind.untitled") }));
  return <PlaceSelect {...props} data={data} none={t("details.noStage")} />;
}

interface PlaceSelectProps extends ControlProps<Id | null> {
  readonly data: { value: string; label: string }[];
  readonly none: string;
}

function PlaceSelect({ label, value, data, none, onChange }: PlaceSelectProps) {
  const { t } = useTranslation();
  return (
    <Select
      label={label}
      data={[{ value: NO_CHOICE, label: none }, ...data]}
      value={value === different ? null : (value ?? NO_CHOICE)}
      placeholder={t("details.different")}
      allowDeselect={false}
      onChange={(chosen) => chosen !== null && onChange(chosen === NO_CHOICE ? null : chosen)}
    />
  );
}
