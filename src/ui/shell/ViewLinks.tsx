import { Link } from "wouter";
import classes from "./ViewLinks.module.css";

interface ViewLink {
  readonly href: string;
  readonly text: string;
  readonly isCurrent: boolean;
}

interface ViewLinksProps {
  readonly label: string;
  readonly links: readonly ViewLink[];
}

/** The views of a page side by side, the present one marked. */
export function ViewLinks({ label, links }: ViewLinksProps) {
  return (
    <nav aria-label={label} className={classes.views}>
      {links.map(({ href, text, isCurrent }) => (
        <Link
          key={href}
          href={href}
          className={classes.view ?? ""}
          aria-current={isCurrent ? "page" : undefined}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
