import { Button, Group, Text } from "@mantine/core";

interface UndoNoticeProps {
  readonly text: string;
  /** A second line. */
  readonly more?: string | undefined;
  readonly label: string;
  onUndo(): void;
}

export function UndoNotice({ text, more, label, onUndo }: UndoNoticeProps) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="md">
      <div>
        <Text size="sm">{text}</Text>
        {more !== undefined && <Text size="sm">{more}</Text>}
      </div>
      <Button size="compact-sm" variant="light" flex="none" onClick={onUndo}>
        {label}
      </Button>
    </Group>
  );
}
