import type { EditorState } from "#editor/editor.ts";
import { auditOf } from "#model/audit/audit.ts";
import { foundIn, goneBetween } from "#model/audit/gone-findings.ts";
import type { Id } from "#model/journey-map.ts";
import { goneOnTheWay } from "../panels/audit/seen-findings.ts";
import type { MapVersion, Services, Versions } from "../services.ts";
import { localDate } from "../today.ts";

/** Versions are read until so many nodes were looked at, the newest first, but always two. */
const MOST_NODES = 20_000;

/** What was found in each version; a version never changes. */
const known = new WeakMap<Versions, Map<number, ReadonlySet<string>>>();

/**
 * The ids of findings that were there in one of the last kept versions and not in a later one. It knows nothing of what
 * came and went between two of them, nor of versions that have had their time. One version after the other is read, with
 * a pause in between, so that the page answers meanwhile. `rows`: the newest first. Null: it was not wanted any more.
 */
export async function goneInVersions(
  versions: Versions,
  rows: readonly MapVersion[],
  isWanted: () => boolean,
): Promise<ReadonlySet<string> | null> {
  const states: ReadonlySet<string>[] = [];
  for (const row of lastVersions(rows)) {
    const found = await findingsOf(versions, row);
    if (!isWanted()) return null;
    if (found) states.push(found);
  }
  return goneBetween(states);
}

/** What was gone once as far as it is known now, earlier and in this session: for what is taken away. */
export async function goneByNow(
  { versions, gone }: Pick<Services, "versions" | "gone">,
  state: Pick<EditorState, "map" | "past">,
): Promise<ReadonlySet<string>> {
  const rows = await rowsNow(versions, state.map.id);
  const inVersions = await goneInVersions(versions, rows, () => true);
  return new Set([...(await gone.read(state.map.id)), ...(inVersions ?? []), ...goneOnTheWay(state)]);
}

async function rowsNow(versions: Versions, mapId: Id): Promise<readonly MapVersion[]> {
  let end = () => {};
  try {
    return await new Promise<readonly MapVersion[]>((resolve, reject) => {
      end = versions.follow(mapId, { next: resolve, error: reject });
    });
  } finally {
    end();
  }
}

/** Those that are read, the oldest first. */
function lastVersions(rows: readonly MapVersion[]): readonly MapVersion[] {
  let nodes = 0;
  return rows
    .filter(({ counts }, index) => {
      nodes += counts.nodes;
      return index < 2 || nodes <= MOST_NODES;
    })
    .toReversed();
}

/** What was found on the day on which it was kept, by all rules; null where it cannot be read. */
async function findingsOf(versions: Versions, { id, at }: MapVersion): Promise<ReadonlySet<string> | null> {
  const ofStore = known.get(versions) ?? new Map<number, ReadonlySet<string>>();
  known.set(versions, ofStore);
  const before = ofStore.get(id);
  if (before) return before;
  await new Promise((resolve) => setTimeout(resolve));
  const map = await versions.read(id);
  if (!map) return null;
  // A rule that was switched off had found nothing; that is no proof that there was nothing.
  const found = foundIn(auditOf({ ...map, audit: { ...map.audit, rulesOff: [] } }, localDate(at)));
  ofStore.set(id, found);
  return found;
}
