import type { ComponentProps } from "react";

type PartProps = ComponentProps<"div"> & {
  readonly role: "grid" | "rowgroup" | "row" | "columnheader" | "rowheader" | "gridcell";
};

/**
 * A part of the grid. A table of the browser wants all of its rows to be there; and the keyboard is with a field over the
 * grid, which tells on which cell one stands, and not with one of its cells.
 */
export function Part(props: PartProps) {
  return <div {...props} />;
}
