import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { JourneyMap } from "#model/journey-map.ts";

export function TemplateSize({ map }: { readonly map: JourneyMap }) {
  const { t } = useTranslation();
  const touchpoints = Object.values(map.nodes).filter(({ kind }) => kind === "touchpoint").length;
  return (
    <Text component="span" size="sm" c="var(--dk-inkSoft)">
      {t("library.create.size", { stages: map.stages.length, touchpoints })}
    </Text>
  );
}
