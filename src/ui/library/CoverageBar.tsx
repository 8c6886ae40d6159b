import { Progress, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { MapSummary } from "../services.ts";
import styles from "./CoverageBar.module.css";
import { coverageShare } from "./listed-maps.ts";

interface CoverageBarProps {
  readonly map: Pick<MapSummary, "counted" | "withOwner">;
  /** It stands among others of its kind: what is counted is said once for all of them. */
  readonly isShort?: boolean;
}

/** How many of the nodes that count have an owner; what is missing is as loud as on the canvas. */
export function CoverageBar({ map, isShort = false }: CoverageBarProps) {
  const { t } = useTranslation();
  const share = coverageShare(map);
  if (share === null) {
    return (
      <Text size="sm" c="var(--dk-inkSoft)">
        {t("library.nothingToCover")}
      </Text>
    );
  }
  const { counted, withOwner } = map;
  const sentence = t("library.coverage", { count: counted, withOwner });
  return (
    <div>
      <Progress.Root size="md" className={styles.track ?? ""}>
        <Progress.Section value={share * 100} color="var(--dk-accent)" aria-label={sentence} />
      </Progress.Root>
      <Text size="sm" mt={6}>
        {isShort ? t("portfolio.ofAll", { count: withOwner, total: counted }) : sentence}
      </Text>
    </div>
  );
}
