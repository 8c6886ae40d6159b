import { isPinned, type MapVersion, newestFirst } from "#model/map-version.ts";

/** What the retention must know of a version. */
export interface KeptVersion extends Omit<MapVersion, "counts"> {
  /** Characters; about as many bytes. */
  readonly size: number;
  /** It was read, and its check sum is wrong. */
  readonly isDamaged?: boolean;
}

/**
 * Of the newest ones all are kept, then the last of each of 24 hours, then the last of each of 30 days. One more of
 * both, since the present hour and the present day are not over.
 */
const NEWEST = 12;
const HOURS = 24 + 1;
const DAYS = 30 + 1;
/** Those that were kept before something risky: at least so long, in days of the calendar. */
const PINNED_DAYS = 90;
/** All versions of all maps together, characters. */
export const MOST_CHARACTERS = 200_000_000;

const DAY = 86_400_000;

/**
 * The ids of the versions that have had their time. Hours and days are counted where there are versions: the clock
 * only tells which hour a version belongs to. So a clock that jumps, or a map that nobody opened for a year, costs no
 * version. Never among them are those with a name and the newest one of a map that can be read. What is left after
 * these are removed has nothing more to be removed. `now`: ISO 8601.
 */
export function versionsToRemove(
  versions: readonly KeptVersion[],
  now: string,
  most = MOST_CHARACTERS,
): readonly number[] {
  let left = versions;
  for (;;) {
    const expired = new Set([...byMap(left).values()].flatMap((ofMap) => expiredOf(ofMap, now)));
    const lasting = left.filter(({ id }) => !expired.has(id));
    const beyond = tooMuch(lasting, most);
    const next = lasting.filter(({ id }) => !beyond.has(id));
    if (next.length === left.length) break;
    left = next;
  }
  const kept = new Set(left.map(({ id }) => id));
  return versions.map(({ id }) => id).filter((id) => !kept.has(id));
}

/** The ids of the versions of one map that are covered by others or over their time. */
function expiredOf(ofMap: readonly KeptVersion[], now: string): readonly number[] {
  const sorted = [...ofMap].sort(newestFirst);
  const isKept = new Set([
    ...sorted.slice(0, NEWEST),
    ...lastOfEach(sorted, hourOf, HOURS),
    ...lastOfEach(sorted, dayOf, DAYS),
    ...sorted.filter((version) => isSafe(version, sorted)),
  ]);
  const daysBehind = (version: KeptVersion) =>
    lastOfEach(sorted.slice(0, sorted.indexOf(version)), dayOf, DAYS).length;
  // Both must say so: the clock alone may have jumped, and many days of work may lie in a short time.
  const isTimeUp = (version: KeptVersion) =>
    Date.parse(now) - Date.parse(version.at) > PINNED_DAYS * DAY && daysBehind(version) >= DAYS;
  return sorted
    .filter((version) => !isKept.has(version) && (!isPinned(version) || isTimeUp(version)))
    .map(({ id }) => id);
}

/** The first version of each run of the same hour or day, of the newest `most` runs. */
function lastOfEach(
  sorted: readonly KeptVersion[],
  spanOf: (version: KeptVersion) => string,
  most: number,
): readonly KeptVersion[] {
  return sorted
    .filter((version, index) => {
      const newer = sorted[index - 1];
      return newer === undefined || spanOf(newer) !== spanOf(version);
    })
    .slice(0, most);
}

const hourOf = ({ at }: KeptVersion) => at.slice(0, "2026-01-01T00".length);
const dayOf = ({ at }: KeptVersion) => at.slice(0, "2026-01-01".length);

/** The oldest versions of all maps that go beyond the limit. */
function tooMuch(versions: readonly KeptVersion[], most: number): ReadonlySet<number> {
  let total = versions.reduce((sum, { size }) => sum + size, 0);
  const mayGo = [...byMap(versions).values()].flatMap((ofMap) => {
    const sorted = [...ofMap].sort(newestFirst);
    return sorted.filter((version) => !isSafe(version, sorted));
  });
  const removed = new Set<number>();
  for (const { id, size } of mayGo.sort((a, b) => a.id - b.id)) {
    if (total <= most) break;
    removed.add(id);
    total -= size;
  }
  return removed;
}

/** Whatever the rules say: what the user named, and the newest one that can be read. */
function isSafe(version: KeptVersion, sorted: readonly KeptVersion[]): boolean {
  return version.name !== null || version === sorted.find(({ isDamaged }) => !isDamaged);
}

function byMap(versions: readonly KeptVersion[]): ReadonlyMap<string, readonly KeptVersion[]> {
  const maps = new Map<string, KeptVersion[]>();
  for (const version of versions) {
    const found = maps.get(version.mapId);
    if (found) found.push(version);
    else maps.set(version.mapId, [version]);
  }
  return maps;
}
