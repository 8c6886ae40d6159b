import { type ReactNode, useRef } from "react";
import { EndOfList } from "./EndOfList.tsx";
import { useShownCount } from "./use-shown-count.ts";

interface LongListProps {
  readonly total: number;
  /** The place of a row that must be there; without it none. */
  readonly needed?: number;
  /** Says that so many are not shown yet. */
  moreText(left: number): string;
  /** The list with its first rows: so many. */
  children(shown: number): ReactNode;
}

/** A list that begins with its first rows; more come when its end comes near. */
export function LongList({ total, needed = -1, moreText, children }: LongListProps) {
  const end = useRef<HTMLDivElement>(null);
  const { shown, more } = useShownCount(total, needed, end);
  return (
    <>
      {children(shown)}
      {shown < total && (
        <div ref={end}>
          <EndOfList text={moreText(total - shown)} onMore={more} />
        </div>
      )}
    </>
  );
}
