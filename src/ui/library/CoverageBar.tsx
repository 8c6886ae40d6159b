import { Progress, Text } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { MapSummary } from "../services.ts";
import styles from "./CoverageBar.module.css";
import { coverageShare } from "./listed-maps.ts";

/** How many of the nodes that count have an owner; what is missing is as loud as on the canvas. */
export function CoverageBar({ map }: { readonly map: Pick<MapSummary, "counted" | "withOwner"> }) {
  const { t } = useTranslation();
  const textId = useId();
  const share = coverageShare(map);
  if (share === null) {
    return (
      <Text size="sm" c="var(--dk-inkSoft)">
        {t("library.nothingToCover")}
      </Text>
    );
  }
  return (
    <div>
      <Progress.Root size="md" className={styles.track ?? ""}>
        <Progress.Section value={share * 100} color="var(--dk-accent)" aria-labelledby={textId} />
      </Progress.Root>
      <Text id={textId} size="sm" mt={6}>
        {t("library.coverage", { count: map.counted, withOwner: map.withOwner })}
      </Text>
    </div>
  );
}
