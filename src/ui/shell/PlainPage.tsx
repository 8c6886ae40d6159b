import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useFirstPicture } from "./first-picture.ts";
import styles from "./PlainPage.module.css";

interface PlainPageProps {
  readonly heading: string;
  readonly text: string;
  /** What can be done now. */
  readonly children: ReactNode;
}

/** A page with a few words and a way out. */
export function PlainPage({ heading, text, children }: PlainPageProps) {
  useFirstPicture(true);
  return (
    <main className={styles.page}>
      <Stack className={styles.card} gap="lg" align="flex-start">
        <Title order={1} size="h2">
          {heading}
        </Title>
        <Text>{text}</Text>
        {children}
      </Stack>
    </main>
  );
}
