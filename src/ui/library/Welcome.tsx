import { Anchor, Button, Group, Text, Title } from "@mantine/core";
import { Compass, FileUp, Lock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useImporter } from "../exchange/importer.ts";
import type { Template } from "../services.ts";
import { BlankPicture } from "./BlankPicture.tsx";
import { MapPicture } from "./MapPicture.tsx";
import { TemplateSize } from "./TemplateSize.tsx";
import { useBuiltTemplates } from "./use-built-templates.ts";
import styles from "./Welcome.module.css";

interface WelcomeProps {
  /** `template` null: a blank map. */
  onCreate(template: Template | null): void;
  onOpenSample(): void;
}

/** What a new user sees instead of an empty list. */
export function Welcome({ onCreate, onOpenSample }: WelcomeProps) {
  const { t } = useTranslation();
  const built = useBuiltTemplates();
  const { openFileChooser } = useImporter();
  return (
    <div className={styles.page}>
      <section className={styles.intro}>
        <Title order={2} className={styles.heading ?? ""}>
          {t("library.welcome.heading")}
        </Title>
        <Text size="lg" c="var(--dk-inkSoft)">
          {t("library.welcome.text")}
        </Text>
        <Group gap="md" mt="xs">
          <Button size="md" leftSection={<Compass size="1.25rem" aria-hidden />} onClick={onOpenSample}>
            {t("library.openSample")}
          </Button>
          <Text className={styles.sampleText ?? ""}>{t("library.welcome.sampleText")}</Text>
        </Group>
      </section>
      <section>
        <Title order={2} size="h3" mb="md">
          {t("library.welcome.templates")}
        </Title>
        <ul className={styles.cards}>
          {built.map(({ template, name, summary, example }) => (
            <li key={template.id}>
              <button type="button" className={styles.card} onClick={() => onCreate(template)}>
                <MapPicture map={example} />
                <span className={styles.texts}>
                  <span className={styles.name}>{name}</span>
                  <span>{summary}</span>
                  <TemplateSize map={example} />
                </span>
              </button>
            </li>
          ))}
          <li>
            <button type="button" className={styles.card} onClick={() => onCreate(null)}>
              <BlankPicture />
              <span className={styles.texts}>
                <span className={styles.name}>{t("library.blank.name")}</span>
                <span>{t("library.blank.summary")}</span>
              </span>
            </button>
          </li>
        </ul>
      </section>
      <ul className={styles.notes}>
        <li>
          <FileUp size="1.125rem" aria-hidden />
          <span>
            {t("library.welcome.importText")}{" "}
            <Anchor component="button" type="button" inherit onClick={openFileChooser}>
              {t("library.welcome.openBackup")}
            </Anchor>
          </span>
        </li>
        <li>
          <Lock size="1.125rem" aria-hidden />
          {t("library.welcome.privacy")}
        </li>
      </ul>
    </div>
  );
}
