import { useIntersection } from "@mantine/hooks";
import { Bookmark } from "lucide-react";
import { type ReactNode, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import { MapPicture } from "../library/MapPicture.tsx";
import { useJourneyMap } from "../map/open-map.ts";
import type { MapVersion } from "../services.ts";
import { useVersionDocument } from "./use-versions.ts";
import { VersionTime } from "./VersionTime.tsx";
import { countsText, countsTextOf, versionName } from "./version-words.ts";
import classes from "./versions.module.css";

/** A version by its id, or the present state. */
export type Chosen = number | "now";

interface VersionListProps {
  readonly rows: readonly MapVersion[];
  readonly chosen: Chosen;
  onChoose(chosen: Chosen): void;
}

/** The present state and all versions, one of which is chosen: with the mouse, or with the arrow keys. */
export function VersionList({ rows, chosen, onChoose }: VersionListProps) {
  const { t } = useTranslation();
  const textOf = useText();
  const map = useJourneyMap();
  return (
    <fieldset className={classes.list}>
      <legend className={classes.legend}>{t("versions.list")}</legend>
      <Entry
        isChosen={chosen === "now"}
        onChoose={() => onChoose("now")}
        picture={<MapPicture map={map} />}
        name={t("versions.now")}
        facts={countsTextOf(textOf, map)}
      />
      {rows.map((version) => (
        <Entry
          key={version.id}
          isChosen={chosen === version.id}
          onChoose={() => onChoose(version.id)}
          picture={<VersionPicture id={version.id} />}
          name={versionName(textOf, version)}
          isNamed={version.name !== null}
          time={<VersionTime at={version.at} />}
          facts={countsText(textOf, version.counts)}
        />
      ))}
    </fieldset>
  );
}

interface EntryProps {
  readonly isChosen: boolean;
  onChoose(): void;
  readonly picture: ReactNode;
  readonly name: string;
  readonly isNamed?: boolean;
  readonly time?: ReactNode;
  readonly facts: string;
}

function Entry({ isChosen, onChoose, picture, name, isNamed = false, time, facts }: EntryProps) {
  const id = useId();
  return (
    <label className={classes.entry} data-chosen={isChosen || undefined}>
      <input
        type="radio"
        name="version"
        className={classes.radio}
        checked={isChosen}
        onChange={onChoose}
        aria-labelledby={`${id}-name ${id}-time`}
        aria-describedby={`${id}-facts`}
      />
      <span className={classes.thumbnail}>{picture}</span>
      <span className={classes.texts}>
        <span id={`${id}-name`} className={classes.name} data-named={isNamed || undefined}>
          {isNamed && <Bookmark size="0.9rem" className={classes.bookmark} aria-hidden />}
          {name}
        </span>
        <span id={`${id}-time`} className={classes.facts}>
          {time}
        </span>
        <span id={`${id}-facts`} className={classes.facts}>
          {facts}
        </span>
      </span>
    </label>
  );
}

/** The document of a version is read only once its entry comes near the visible part of the list. */
function VersionPicture({ id }: { readonly id: number }) {
  const { ref, entry } = useIntersection({ rootMargin: "200px" });
  const wasNear = useRef(false);
  wasNear.current ||= entry?.isIntersecting ?? false;
  const map = useVersionDocument(wasNear.current ? id : null);
  return (
    <span ref={ref}>
      <MapPicture map={map ?? null} />
    </span>
  );
}
