import { Stack, Text, Title } from "@mantine/core";
import { Circle, CircleCheck, TriangleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import classes from "./StoragePlace.module.css";

const icons = { works: CircleCheck, lacks: TriangleAlert, unused: Circle } as const;

interface StoragePlaceProps {
  /** Its heading is `storage.<place>.heading`. */
  readonly place: "database" | "copy" | "folder";
  /** `unused`: nobody has asked for it, or this browser does not have it. */
  readonly standing: keyof typeof icons;
  readonly survives: string;
  readonly doesNotSurvive?: string;
  readonly children: ReactNode;
}

/** One of the places where maps lie: how it stands, and what it is good for. */
export function StoragePlace({ place, standing, survives, doesNotSurvive, children }: StoragePlaceProps) {
  const { t } = useTranslation();
  const headingId = useId();
  const Icon = icons[standing];
  return (
    <section aria-labelledby={headingId} className={classes.place}>
      <Icon className={classes[standing]} role="img" aria-label={t(`storage.standing.${standing}`)} />
      <Stack gap="0.4rem">
        <Title order={3} size="h5" id={headingId}>
          {t(`storage.${place}.heading`)}
        </Title>
        {children}
        <Text size="sm">
          {t("storage.survives", { what: survives })}
          {doesNotSurvive !== undefined && (
            <>
              <br />
              {t("storage.doesNotSurvive", { what: doesNotSurvive })}
            </>
          )}
        </Text>
      </Stack>
    </section>
  );
}
