import type { ReactNode } from "react";
import classes from "./Tiles.module.css";

/** Figures side by side. */
export function Tiles({ children }: { readonly children: ReactNode }) {
  return <dl className={classes.tiles}>{children}</dl>;
}

interface TileProps {
  readonly name: string;
  readonly value: string | number;
}

/** One figure under its name. */
export function Tile({ name, value }: TileProps) {
  return (
    <div className={classes.tile}>
      <dt>{name}</dt>
      <dd>
        <span className={classes.value}>{value}</span>
      </dd>
    </div>
  );
}
