import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Id } from "#model/journey-map.ts";
import classes from "./portfolio.module.css";

interface MapLinksProps {
  readonly mapIds: readonly Id[];
  titleOf(mapId: Id): string;
  /** What of the map is shown. */
  readonly view?: "" | `/audit/${string}`;
  /** What stands behind the title of each. */
  countOf?(mapId: Id): number;
}

const AT_FIRST = 6;

/** Titles of maps that lead there; of many the first ones, until one asks for all. */
export function MapLinks({ mapIds, titleOf, view = "", countOf }: MapLinksProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const left = isOpen ? 0 : mapIds.length - AT_FIRST;
  return (
    <ul className={classes.links}>
      {(left > 0 ? mapIds.slice(0, AT_FIRST) : mapIds).map((mapId) => (
        <li key={mapId}>
          <Link href={`/map/${encodeURIComponent(mapId)}${view}`} className={classes.link ?? ""}>
            {titleOf(mapId)}
          </Link>
          {countOf && <span className={classes.soft}> {countOf(mapId)}</span>}
        </li>
      ))}
      {left > 0 && (
        <li>
          <button type="button" className={classes.link} onClick={() => setIsOpen(true)}>
            {t("portfolio.moreMaps", { count: left })}
          </button>
        </li>
      )}
    </ul>
  );
}
