import { type ComponentProps, useRef, useState } from "react";
import classes from "./table.module.css";
import type { GridControl } from "./use-grid.ts";

type CellCatcherProps = ComponentProps<"input"> & { readonly grid: GridControl };

/**
 * What has the keyboard of the grid, over the cell one stands on: accents and the letters of many languages are put
 * together out of several keys, and browsers do that in a field only. It is seen while they are being put together; what
 * comes of it is what was typed over the cell. The grid itself hears each key before.
 */
export function CellCatcher({ grid, ...props }: CellCatcherProps) {
  const [isComposing, setComposing] = useState(false);
  // A click may have led to another cell before the last sign is there.
  const begun = useRef(grid);

  function hand(field: HTMLInputElement, control: GridControl): void {
    const { value } = field;
    field.value = "";
    if (value !== "") control.edit(value);
  }

  return (
    <input
      {...props}
      className={classes.catcher}
      data-keys-only
      data-composing={isComposing || undefined}
      autoComplete="off"
      // No keyboard comes up on a touch screen for looking around.
      inputMode="none"
      spellCheck={false}
      onCompositionStart={() => {
        begun.current = grid;
        setComposing(true);
      }}
      onCompositionEnd={({ currentTarget }) => {
        setComposing(false);
        hand(currentTarget, begun.current);
      }}
      onInput={({ currentTarget, nativeEvent }) => {
        // Dictated, or from a palette of signs.
        if (!(nativeEvent as InputEvent).isComposing) hand(currentTarget, grid);
      }}
    />
  );
}
