import { Button, Group, Modal, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useTypeAhead } from "../shell/use-type-ahead.ts";

interface NameDialogProps {
  readonly isOpen: boolean;
  readonly texts: {
    readonly heading: string;
    readonly name: string;
    readonly hint: string;
    readonly save: string;
    readonly close: string;
    readonly placeholder?: string;
    /** Said when there is no name; without it a name is not needed. */
    readonly missing?: string;
  };
  readonly name: string;
  onSave(name: string): void;
  onClose(): void;
}

/** Asks for the name of a version. */
export function NameDialog({ isOpen, texts, name, onSave, onClose }: NameDialogProps) {
  const { t } = useTranslation();
  const [value, setValue] = useState(name);
  const [isMissing, setIsMissing] = useState(false);
  useTypeAhead(isOpen);
  useEffect(() => {
    if (isOpen) setValue(name);
    setIsMissing(false);
  }, [isOpen, name]);

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (texts.missing !== undefined && value.trim() === "") {
      setIsMissing(true);
      return;
    }
    onClose();
    onSave(value.trim());
  }

  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={texts.heading}
      closeButtonProps={{ "aria-label": texts.close }}
    >
      <form onSubmit={handleSubmit}>
        <TextInput
          data-autofocus
          label={texts.name}
          description={texts.hint}
          {...(texts.placeholder === undefined ? {} : { placeholder: texts.placeholder })}
          maxLength={200}
          value={value}
          error={isMissing && texts.missing}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button type="submit">{texts.save}</Button>
        </Group>
      </form>
    </Modal>
  );
}
