import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

interface RemoveQuestionProps {
  readonly isOpen: boolean;
  /** What the version is called. */
  readonly name: string;
  onRemove(): void;
  onClose(): void;
}

export function RemoveQuestion({ isOpen, name, onRemove, onClose }: RemoveQuestionProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={isOpen} onClose={onClose} withCloseButton={false} title={t("versions.removal.heading")}>
      <Stack gap="lg">
        <Text>{t("versions.removal.question", { name })}</Text>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t("versions.removal.cancel")}
          </Button>
          <Button
            color="red"
            onClick={() => {
              onClose();
              onRemove();
            }}
          >
            {t("versions.removal.confirm")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
