import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import classes from "./portfolio.module.css";
import type { PortfolioData } from "./portfolio-data.ts";
import type { MapChanges } from "./use-map-changes.ts";

interface ChangeResultProps {
  readonly changes: MapChanges | null;
  readonly data: PortfolioData;
}

/** How far a change of many maps has come, and which of them could not be changed, and why. */
export function ChangeResult({ changes, data }: ChangeResultProps) {
  const { t } = useTranslation();
  const text = useText();
  const place = useRef<HTMLDivElement>(null);
  const what = changes?.what;
  // The button that began it goes with what it was about: without this the next Tab would start the page anew.
  useEffect(() => {
    if (what !== undefined) place.current?.focus();
  }, [what]);
  const all = [...(changes?.outcomes ?? [])];
  const failed = all.filter(([, outcome]) => outcome !== "changed" && outcome !== "same");
  return (
    <div ref={place} role="status" tabIndex={-1} className={classes.result} hidden={changes === null}>
      {changes && (
        <>
          <strong>{changes.what}</strong>{" "}
          {changes.outcomes === null
            ? t("portfolio.changing", { done: changes.done, total: changes.total })
            : t("portfolio.changed", { count: all.length - failed.length })}
          {failed.length > 0 && (
            <>
              <p className={classes.failed}>{t("portfolio.notChangedCount", { count: failed.length })}</p>
              <ul>
                {failed.map(([mapId, outcome]) => (
                  <li key={mapId}>
                    {data.titleOf(mapId)}: {text(`portfolio.notChanged.${outcome}`)}
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </div>
  );
}
