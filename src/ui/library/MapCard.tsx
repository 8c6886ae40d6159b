import { Card, Group, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { MapSummary } from "../services.ts";
import { CoverageBar } from "./CoverageBar.tsx";
import styles from "./MapCard.module.css";
import { MapMenu } from "./MapMenu.tsx";
import { MapThumbnail } from "./MapThumbnail.tsx";
import { RelativeTime } from "./RelativeTime.tsx";

interface MapCardProps {
  readonly map: MapSummary;
  onRename(map: MapSummary): void;
  onDuplicate(map: MapSummary): void;
  onDelete(map: MapSummary): void;
}

export function MapCard({ map, onRename, onDuplicate, onDelete }: MapCardProps) {
  const { t } = useTranslation();
  const title = map.title.trim() || t("library.nameless");
  // Nobody has to own them: without a word of them the figures above and below do not fit each other.
  const notes = map.nodeCount - map.counted;
  const href = `#/map/${encodeURIComponent(map.id)}`;
  return (
    <Card component="li" withBorder padding={0} className={styles.card ?? ""}>
      <MapThumbnail map={map} />
      <div className={styles.body}>
        <Group gap="xs" wrap="nowrap" align="flex-start" justify="space-between">
          <Title order={2} size="h4" className={styles.title ?? ""}>
            <a href={href} className={styles.link}>
              {title}
            </a>
          </Title>
          <MapMenu
            title={title}
            href={href}
            onRename={() => onRename(map)}
            onDuplicate={() => onDuplicate(map)}
            onDelete={() => onDelete(map)}
          />
        </Group>
        <Text size="sm" lineClamp={2} className={styles.description ?? ""}>
          {map.description}
        </Text>
        <CoverageBar map={map} />
        <Group gap="xs" justify="space-between" className={styles.facts ?? ""}>
          <RelativeTime at={map.updatedAt} text="library.changed" />
          <span>
            {t("library.nodes", { count: map.nodeCount })}
            {notes > 0 && `, ${t("library.notesAmong", { count: notes })}`}
          </span>
        </Group>
      </div>
    </Card>
  );
}
