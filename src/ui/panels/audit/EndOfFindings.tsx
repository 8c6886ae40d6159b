import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

interface EndOfFindingsProps {
  /** How many are not shown yet. */
  readonly left: number;
  /** What says so, where they are no findings. */
  readonly text?: string;
  onMore(): void;
}

/**
 * What stands after the last finding that is shown. Where more of them come by themselves it is no button: that would go
 * away under the keyboard.
 */
export function EndOfFindings({ left, onMore, ...props }: EndOfFindingsProps) {
  const { t } = useTranslation();
  const text = props.text ?? t("audit.moreFindings", { count: left });
  if (typeof IntersectionObserver !== "undefined") return <span aria-hidden>{text}</span>;
  return (
    <Button variant="subtle" size="compact-sm" onClick={onMore}>
      {text}
    </Button>
  );
}
