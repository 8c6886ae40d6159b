import { Button, Group, Modal, Radio, Stack, TextInput } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Template } from "../services.ts";
import { useTypeAhead } from "../shell/use-type-ahead.ts";
import styles from "./NewMapDialog.module.css";
import { StartCard } from "./StartCard.tsx";
import { useBuiltTemplates } from "./use-built-templates.ts";

interface NewMapDialogProps {
  readonly isOpen: boolean;
  /** `template` null: a blank map. */
  onCreate(template: Template | null, title: string): void;
  onClose(): void;
}

const BLANK = "";

export function NewMapDialog({ isOpen, onCreate, onClose }: NewMapDialogProps) {
  const { t } = useTranslation();
  useTypeAhead(isOpen);
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      size="56rem"
      title={t("library.create.heading")}
      closeButtonProps={{ "aria-label": t("library.create.close") }}
    >
      <NewMapForm onCreate={onCreate} onClose={onClose} />
    </Modal>
  );
}

function NewMapForm({ onCreate, onClose }: Omit<NewMapDialogProps, "isOpen">) {
  const { t } = useTranslation();
  const built = useBuiltTemplates();
  const [title, setTitle] = useState("");
  const [start, setStart] = useState(BLANK);
  const chosen = built.find(({ template }) => template.id === start);

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    onClose();
    onCreate(chosen?.template ?? null, title);
  }

  // The cards are buttons, which would keep Enter to themselves: a choice made with the arrows is then done.
  function handleKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== "Enter" || !(event.target instanceof Element)) return;
    if (event.target.getAttribute("role") !== "radio") return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  }

  return (
    <form onSubmit={handleSubmit} onKeyDown={handleKeyDown}>
      <Stack gap="lg">
        <TextInput
          data-autofocus
          label={t("library.create.title")}
          placeholder={chosen?.name ?? t("library.untitled")}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Radio.Group label={t("library.create.start")} value={start} onChange={setStart}>
          <div className={styles.starts}>
            <StartCard value={BLANK} name={t("library.blank.name")} summary={t("library.blank.summary")} />
            {built.map(({ template, name, summary, example }) => (
              <StartCard
                key={template.id}
                value={template.id}
                name={name}
                summary={summary}
                example={example}
              />
            ))}
          </div>
        </Radio.Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button type="submit">{t("library.create.submit")}</Button>
        </Group>
      </Stack>
    </form>
  );
}
