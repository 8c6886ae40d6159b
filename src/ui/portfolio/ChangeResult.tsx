import { CloseButton } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import { MapLinks } from "./MapLinks.tsx";
import { type MapChanges, putAwayResult } from "./map-changes.ts";
import classes from "./portfolio.module.css";
import type { PortfolioData } from "./portfolio-data.ts";

interface ChangeResultProps {
  readonly changes: MapChanges | null;
  readonly data: PortfolioData;
}

/**
 * How far a change of many maps has come, and which of them could not be changed, and why. What has become of it is told
 * until this goes away.
 */
export function ChangeResult({ changes, data }: ChangeResultProps) {
  const { t } = useTranslation();
  const text = useText();
  const place = useRef<HTMLDivElement>(null);
  const words = changes?.words;
  const known = useRef(words);
  // The button that began it goes with what it was about: without this the next Tab would start the page anew. Who comes
  // back to one that began before is told of it, and keeps the keyboard where it is.
  useEffect(() => {
    if (words !== undefined && words !== known.current) place.current?.focus();
    known.current = words;
  }, [words]);
  useEffect(() => putAwayResult, []);
  const all = [...(changes?.outcomes ?? [])];
  const failed = all.filter(([, outcome]) => outcome !== "changed" && outcome !== "same");
  const changed = all.filter(([, outcome]) => outcome === "changed").map(([mapId]) => mapId);
  const same = all.length - failed.length - changed.length;
  const isDone = changes?.outcomes && failed.length === 0;
  return (
    <div ref={place} role="status" tabIndex={-1} className={classes.result} hidden={changes === null}>
      {changes && (
        <>
          {changes.outcomes !== null && (
            <CloseButton
              className={classes.putAway ?? ""}
              aria-label={t("portfolio.putAway")}
              onClick={putAwayResult}
            />
          )}
          <strong>{isDone ? changes.words.done : changes.words.about}</strong>{" "}
          {changes.outcomes === null
            ? t("portfolio.changing", { done: changes.done, total: changes.total })
            : [
                changed.length > 0 && t("portfolio.changed", { count: changed.length }),
                same > 0 && t("portfolio.sameAlready", { count: same }),
              ]
                .filter(Boolean)
                .join(" ")}
          {changed.length > 0 && <MapLinks mapIds={changed} titleOf={data.titleOf} />}
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
