import { NativeSelect } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import { type Coverage, coverageOf } from "#model/audit/audit.ts";
import { compareMaps } from "#model/compare.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { useJourneyMap } from "../map/open-map.ts";
import type { MapVersion } from "../services.ts";
import { PageLoader } from "../shell/PageLoader.tsx";
import { DifferenceList } from "./DifferenceList.tsx";
import { useVersionDocument } from "./use-versions.ts";
import type { Chosen } from "./VersionList.tsx";
import { versionWithTime } from "./version-words.ts";
import classes from "./versions.module.css";

interface CompareViewProps {
  readonly rows: readonly MapVersion[];
  readonly chosen: Chosen;
  /** What it is compared with. */
  readonly other: Chosen;
  onOther(other: Chosen): void;
  onShow(nodeIds: readonly Id[]): void;
}

/** What became of the map between two states, the older of which comes first, however they were chosen. */
export function CompareView({ rows, chosen, other, onOther, onShow }: CompareViewProps) {
  const { t, i18n } = useTranslation();
  const textOf = useText();
  const nameOf = (state: Chosen) => {
    const version = rows.find(({ id }) => id === state);
    return version ? versionWithTime(textOf, version, i18n.language) : t("versions.now");
  };
  const all: readonly Chosen[] = ["now", ...rows.map(({ id }) => id)];
  const choices = all.filter((state) => state !== chosen);
  const [after = "now", before = "now"] = all.filter((state) => state === chosen || state === other);
  return (
    <div className={classes.comparison}>
      <NativeSelect
        label={t("versions.compare.with")}
        className={classes.other ?? ""}
        value={String(other)}
        data={choices.map((state) => ({ value: String(state), label: nameOf(state) }))}
        onChange={({ currentTarget: { value } }) => onOther(value === "now" ? "now" : Number(value))}
      />
      <Comparison
        before={before}
        after={after}
        names={t("versions.compare.between", { before: nameOf(before), after: nameOf(after) })}
        onShow={onShow}
      />
    </div>
  );
}

interface ComparisonProps {
  readonly before: Chosen;
  readonly after: Chosen;
  /** Which two states these are. */
  readonly names: string;
  onShow(nodeIds: readonly Id[]): void;
}

function Comparison({ before, after, names, onShow }: ComparisonProps) {
  const { t } = useTranslation();
  const older = useStateOfMap(before);
  const newer = useStateOfMap(after);
  if (older === undefined || newer === undefined) return <PageLoader />;
  if (older === null || newer === null) return <p className={classes.notice}>{t("versions.damaged")}</p>;
  return <Differences before={older} after={newer} names={names} onShow={onShow} />;
}

function useStateOfMap(state: Chosen): JourneyMap | null | undefined {
  const present = useJourneyMap();
  const document = useVersionDocument(state === "now" ? null : state);
  return state === "now" ? present : document;
}

interface DifferencesProps {
  readonly before: JourneyMap;
  readonly after: JourneyMap;
  readonly names: string;
  onShow(nodeIds: readonly Id[]): void;
}

function Differences({ before, after, names, onShow }: DifferencesProps) {
  const { t, i18n } = useTranslation();
  const textOf = useText();
  const differences = useMemo(() => compareMaps(before, after), [before, after]);
  // One object may stand in several groups.
  const count = new Set(differences.map(({ kind, id }) => `${kind} ${id}`)).size;
  const share = ({ counted }: Coverage, amount: number) =>
    t("versions.compare.share", { count: amount, total: counted });
  const [then, now] = [coverageOf(before), coverageOf(after)];
  return (
    <>
      <div aria-live="polite" className={classes.summary}>
        <p className={classes.between}>{names}</p>
        <p className={classes.total}>
          {count === 0 ? t("versions.compare.none") : t("versions.compare.count", { count })}
        </p>
        <p>
          {t("versions.compare.owned", {
            before: share(then, then.withOwner),
            after: share(now, now.withOwner),
          })}
        </p>
        <p>
          {t("versions.compare.managed", {
            before: share(then, then.withManager),
            after: share(now, now.withManager),
          })}
        </p>
      </div>
      <DifferenceList
        words={{ t: textOf, language: i18n.language, before, after }}
        differences={differences}
        onShow={onShow}
      />
    </>
  );
}
