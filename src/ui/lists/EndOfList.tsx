import { Button } from "@mantine/core";

interface EndOfListProps {
  /** Says how many are not shown yet. */
  readonly text: string;
  onMore(): void;
}

/**
 * What stands after the last entry that is shown. Where more of them come by themselves it is no button: that would go
 * away under the keyboard.
 */
export function EndOfList({ text, onMore }: EndOfListProps) {
  if (typeof IntersectionObserver !== "undefined") return <span aria-hidden>{text}</span>;
  return (
    <Button variant="subtle" size="compact-sm" onClick={onMore}>
      {text}
    </Button>
  );
}
