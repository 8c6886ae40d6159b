import { Button, Group, Text } from "@mantine/core";

interface UndoNoticeProps {
  readonly text: string;
  readonly label: string;
  onUndo(): void;
}

export function UndoNotice({ text, label, onUndo }: UndoNoticeProps) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="md">
      <Text size="sm">{text}</Text>
      <Button size="compact-sm" variant="light" flex="none" onClick={onUndo}>
        {label}
      </Button>
    </Group>
  );
}
