import { SegmentedControl, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { LARGE_RATING_GAP } from "#model/audit-settings.ts";
import type { Id, JourneyMap, Touchpoint } from "#model/journey-map.ts";
import { touchpointsInOrder } from "#model/touchpoints-in-order.ts";
import { LongList } from "../lists/LongList.tsx";
import list from "../lists/list-table.module.css";
import { useKeptState } from "../map/use-kept.ts";
import classes from "./desk-table.module.css";

interface RatingTableProps {
  readonly map: JourneyMap;
  onShow(nodeIds: readonly Id[]): void;
}

/** How far the two ratings are apart; null where one of them is missing. */
function gapOf({ customerRating, teamRating }: Touchpoint): number | null {
  return customerRating === null || teamRating === null ? null : Math.abs(customerRating - teamRating);
}

function largestGapFirst(touchpoints: readonly Touchpoint[]): readonly Touchpoint[] {
  return touchpoints.toSorted((a, b) => (gapOf(b) ?? -1) - (gapOf(a) ?? -1));
}

/** Touchpoints in order, those of each journey together; null: of none. */
function byJourney(touchpoints: readonly Touchpoint[]): readonly (readonly [Id | null, Touchpoint[]])[] {
  const groups = new Map<Id | null, Touchpoint[]>();
  for (const touchpoint of touchpoints) {
    const known = groups.get(touchpoint.journeyId);
    if (known) known.push(touchpoint);
    else groups.set(touchpoint.journeyId, [touchpoint]);
  }
  return [...groups];
}

/** The groups of which something is among the first so many touchpoints, each with how many of it are. */
function firstOf(
  groups: ReturnType<typeof byJourney>,
  count: number,
): readonly (readonly [Id | null, readonly Touchpoint[], number])[] {
  let room = count;
  return groups.flatMap(([journeyId, path]) => {
    const some = Math.min(room, path.length);
    room -= some;
    return some === 0 ? [] : [[journeyId, path, some] as const];
  });
}

const views = ["journeys", "map"] as const;
type View = (typeof views)[number];

/** How customers and the team rate each touchpoint, side by side: along the journeys, or with the largest gap first. */
export function RatingTable({ map, onShow }: RatingTableProps) {
  const { t } = useTranslation();
  const [view, setView] = useKeptState<View>("audit.ratings", "journeys");
  const [isByGap, setIsByGap] = useKeptState("audit.ratingsByGap", true);
  const touchpoints = touchpointsInOrder(map);
  if (touchpoints.length === 0) return <p>{t("auditPage.noRatings")}</p>;
  const journeyName = (id: Id | null) =>
    id === null ? t("auditPage.noJourney") : map.nodes[id]?.title.trim() || t("kind.untitled");
  return (
    <>
      <div className={classes.choices}>
        <SegmentedControl
          size="sm"
          aria-label={t("auditPage.ratingOrder")}
          data={views.map((value) => ({ value, label: t(`auditPage.ratingOrders.${value}`) }))}
          value={view}
          onChange={(value) => setView(value as View)}
        />
        {view === "journeys" && (
          <Switch
            label={t("auditPage.largestGapFirst")}
            checked={isByGap}
            onChange={(event) => setIsByGap(event.currentTarget.checked)}
          />
        )}
      </div>
      <LongList total={touchpoints.length} moreText={(count) => t("raci.more", { count })}>
        {(shown) =>
          view === "map" ? (
            <Ratings
              name={t("auditPage.ratingOrders.map")}
              touchpoints={largestGapFirst(touchpoints).slice(0, shown)}
              journeyName={journeyName}
              onShow={onShow}
            />
          ) : (
            firstOf(byJourney(touchpoints), shown).map(([journeyId, path, room]) => (
              <Ratings
                key={journeyId}
                name={journeyName(journeyId)}
                touchpoints={(isByGap ? largestGapFirst(path) : path).slice(0, room)}
                onShow={onShow}
              />
            ))
          )
        }
      </LongList>
    </>
  );
}

interface RatingsProps extends Pick<RatingTableProps, "onShow"> {
  readonly name: string;
  readonly touchpoints: readonly Touchpoint[];
  /** Where they are of several journeys. */
  journeyName?(id: Id | null): string;
}

function Ratings({ name, touchpoints, journeyName, onShow }: RatingsProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.scroll}>
      <table className={`${list.table} ${classes.table} ${classes.ratings}`}>
        <caption>{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t("kind.touchpoint")}</th>
            {journeyName && <th scope="col">{t("kind.journey")}</th>}
            <th scope="col" className={classes.scale}>
              {t("field.customerRating")}
            </th>
            <th scope="col" className={classes.scale}>
              {t("field.teamRating")}
            </th>
            <th scope="col" className={classes.distance}>
              {t("auditPage.gap")}
            </th>
            <th scope="col">{t("field.evidence")}</th>
            <th scope="col">{t("field.evidenceSource")}</th>
          </tr>
        </thead>
        <tbody>
          {touchpoints.map((touchpoint) => {
            const gap = gapOf(touchpoint);
            return (
              <tr key={touchpoint.id}>
                <td>
                  <button
                    type="button"
                    className={`${list.link} ${classes.lead}`}
                    onClick={() => onShow([touchpoint.id])}
                  >
                    {touchpoint.momentOfTruth ? "★ " : ""}
                    {touchpoint.title.trim() || t("kind.untitled")}
                  </button>
                </td>
                {journeyName && <td>{journeyName(touchpoint.journeyId)}</td>}
                <td>
                  <RatingBar rating={touchpoint.customerRating} isTeam={false} />
                </td>
                <td>
                  <RatingBar rating={touchpoint.teamRating} isTeam />
                </td>
                <td className={classes.gap} data-large={(gap ?? 0) >= LARGE_RATING_GAP || undefined}>
                  {gap ?? "–"}
                </td>
                <td>{t(`option.evidence.${touchpoint.evidence}`)}</td>
                <td>{touchpoint.evidenceSource}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** From the middle to the left for what disappoints, to the right for what delights. */
function RatingBar({ rating, isTeam }: { readonly rating: number | null; readonly isTeam: boolean }) {
  const { t, i18n } = useTranslation();
  if (rating === null) return <span className={classes.unrated}>{t("auditPage.unrated")}</span>;
  const number = new Intl.NumberFormat(i18n.language, { signDisplay: "exceptZero" }).format(rating);
  return (
    <span className={classes.rating}>
      <span className={classes.track} aria-hidden>
        <span
          className={classes.fill}
          data-team={isTeam || undefined}
          data-sign={Math.sign(rating)}
          style={
            rating === 0
              ? { left: "calc(50% - 1.5px)", width: "3px" }
              : { left: `${rating < 0 ? 50 + rating * 25 : 50}%`, width: `${Math.abs(rating) * 25}%` }
          }
        />
      </span>
      <span className={classes.rated}>{number}</span>
    </span>
  );
}
