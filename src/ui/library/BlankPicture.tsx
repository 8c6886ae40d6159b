import { Plus } from "lucide-react";
import styles from "./BlankPicture.module.css";

/** In the place of a picture where there is nothing to be seen yet. */
export function BlankPicture({ isFlat = false }: { readonly isFlat?: boolean }) {
  return (
    <span aria-hidden="true" className={styles.frame} data-flat={isFlat || undefined}>
      <span className={styles.sheet}>
        <Plus />
      </span>
    </span>
  );
}
