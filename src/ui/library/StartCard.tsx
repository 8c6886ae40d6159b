import { Radio, Text } from "@mantine/core";
import type { JourneyMap } from "#model/journey-map.ts";
import { BlankPicture } from "./BlankPicture.tsx";
import { MapPicture } from "./MapPicture.tsx";
import styles from "./StartCard.module.css";
import { TemplateSize } from "./TemplateSize.tsx";

interface StartCardProps {
  readonly value: string;
  readonly name: string;
  readonly summary: string;
  readonly example?: JourneyMap;
}

/** One choice of what a new map begins with. */
export function StartCard({ value, name, summary, example }: StartCardProps) {
  return (
    <Radio.Card value={value} className={styles.card ?? ""}>
      {example ? <MapPicture isFlat map={example} /> : <BlankPicture isFlat />}
      <span className={styles.body}>
        <Radio.Indicator mt={3} />
        <span className={styles.texts}>
          <Text component="span" fw={600}>
            {name}
          </Text>
          <Text component="span" size="sm" c="var(--dk-inkSoft)">
            {summary}
          </Text>
          {example && <TemplateSize map={example} />}
        </span>
      </span>
    </Radio.Card>
  );
}
