import type { Id, JourneyMap } from "#model/journey-map.ts";
import { type Connection, createConnection } from "#storage/connection.ts";
import { openDatabase } from "#storage/database.ts";
import { overdueInBin } from "#storage/empty-bin.ts";
import { createFiguresKeeper } from "#storage/figures/figures-keeper.ts";
import { createFiguresStore } from "#storage/figures/figures-store.ts";
import { followPortfolio } from "#storage/figures/follow-portfolio.ts";
import { createKnownFindingsKeeper } from "#storage/figures/known-findings-keeper.ts";
import { mapsOfDatabase } from "#storage/figures/portfolio-source.ts";
import type { Inspection } from "#storage/inspect-store.ts";
import { createLateChanges } from "#storage/late-changes.ts";
import { countLostMaps } from "#storage/lost-maps.ts";
import { createMapRepository, type MapRepository } from "#storage/map-repository.ts";
import { createMirror, type Mirror } from "#storage/mirror/mirror.ts";
import { startMirrorWorker } from "#storage/mirror/start-mirror-worker.ts";
import { copiedMaps, mirrorBase, stateOf } from "#storage/restore-from-mirror.ts";
import { tellAllWindows } from "#storage/writer-right.ts";
import { freeTitle } from "#ui/library/listed-maps.ts";
import { automaticVersions } from "./automatic-versions.ts";
import { figuresFollow } from "./figures-follow.ts";
import { firstInspection, onInspectionBlocked } from "./first-inspection.ts";
import { forgetMap } from "./forget-map.ts";
import { followedBy, keepCopies, openMapIds } from "./keep-copies.ts";
import { told } from "./open-map-listener.ts";
import { createOpenMaps } from "./open-maps.ts";
import { browserStorage } from "./settings.ts";
import { startInMemory } from "./start-in-memory.ts";
import type { StartedStore, StoreOptions } from "./started-store.ts";
import { storagePlaces } from "./storage-places.ts";
import { settled, tidyUpAfterCrash } from "./tidy-up.ts";
import { keepBeforeMigration, versionsOnDatabase } from "./versions.ts";

/** Finds out what the browser keeps, before anything is written, and brings maps back where it can. */
export async function startStore(options: StoreOptions): Promise<StartedStore> {
  const { newId, notify, putAway } = options;
  const tellBlocked = (isBlocked: boolean) => (isBlocked ? notify({ kind: "blocked" }) : putAway("blocked"));
  onInspectionBlocked(tellBlocked);
  const inspection = await firstInspection;
  if (inspection.kind === "newer") return { ...startInMemory(options), isNewer: true };
  if (inspection.kind === "none") {
    notify({ kind: "onlyHere" });
    // A database that cannot be opened may be whole: what its copies hold can at least be taken away.
    const mirror = createMirror({ start: startAlone, texts: browserStorage() });
    return startInMemory(options, await copiedMaps(mirror));
  }
  const connection = createConnection(openDatabase(), newId, {
    onNewerProgram: () => notify({ kind: "newerProgram" }),
    onBlocked: tellBlocked,
  });
  return startOnDatabase(connection, inspection, options);
}

/** On a full disk there can be a browser that has storage, and yet no place for the first database. */
function isOpened(connection: Connection): Promise<boolean> {
  return connection.ready().then(
    () => true,
    (error: unknown) => {
      console.warn("There is no database, and none can be made", error);
      return false;
    },
  );
}

async function startOnDatabase(
  connection: Connection,
  inspection: Inspection,
  options: StoreOptions,
): Promise<StartedStore> {
  const { newId, now, notify } = options;
  const mirror = createMirror({ start: startAlone, texts: browserStorage() });
  mirror.state.subscribe(({ rebuiltAt }, before) => {
    if (rebuiltAt !== before.rebuiltAt) notify({ kind: "mirrorRebuilt" });
  });
  const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("dreiklang") : null;
  const late = createLateChanges(connection, {
    texts: browserStorage(),
    now,
    onApart: (title) => notify({ kind: "lateApart", title }),
  });
  const figures = createFiguresStore();
  const keeper = createFiguresKeeper(figures);
  const repository = createMapRepository(connection, {
    newId,
    now,
    late,
    copyOf: (id) => stateOf(mirror, id),
    beforeMigration: keepBeforeMigration(connection, now),
    onUnlisted: () => notify({ kind: "unlisted" }),
    onRestored: (_, at) => notify({ kind: "restored", count: 1, at }),
    onWritten(map, rev) {
      void mirror.snapshot(mirrorBase(map, rev, null));
      keeper.written(map, rev);
    },
    onMarked: (id, deletedAt) => void mirror.mark(id, deletedAt),
    onRemoved(id) {
      void mirror.remove(id);
      keeper.removed(id);
      forgetMap(browserStorage(), id);
    },
  });
  const library: MapRepository = {
    ...repository,
    async rename(id, title) {
      const isEdited = channel !== null && (await openMapIds()).has(id);
      // Perhaps by this one: what could not be saved stays open, and closing takes a moment.
      if (isEdited) tellAllWindows(channel, { kind: "rename", mapId: id, title });
      else await repository.rename(id, title);
    },
  };
  const copies = keepCopies({ connection, mirror, late, now, notify });
  // A first visit looks the same as a database that the browser threw away: only the copy can tell.
  if (inspection.kind === "absent") {
    if (!(await isOpened(connection))) {
      repository.close();
      notify({ kind: "onlyHere" });
      return startInMemory(options);
    }
    const isRestored = await copies.restored();
    const wasLost = inspection.wasLost && !isRestored;
    await tellLoss(connection, mirror, notify, wasLost);
  } else void tellLoss(connection, mirror, notify, false);
  void tidyUpAfterCrash(connection, newId(), settled(library, options.shown))
    .then(copies.complete)
    .then(copies.completeVersions)
    .then(() => emptyBin(connection, library));
  const places = storagePlaces({ connection, library, mirror, notify });
  const versions = versionsOnDatabase(connection, now, copies.completeVersions);
  const automatic = automaticVersions(versions);
  const openMap = createOpenMaps({
    connection,
    library,
    newId,
    now,
    channel,
    notify,
    catchUp: copies.catchUp,
    keepCopy: (map) => keepCopy(library, map, newId()),
    listener: told(followedBy(mirror), automatic.listener, figuresFollow(keeper), ...places.listeners),
  });
  const source = mapsOfDatabase(connection, library, now);
  return {
    library,
    versions: { ...versions, keep: automatic.keep },
    findings: createKnownFindingsKeeper(figures),
    portfolio: {
      follow: (observer) => followPortfolio(source, figures, observer),
      read: async (mapId) => (await source.read(mapId))?.map ?? null,
    },
    storage: places.storage,
    fileSaved: places.fileSaved,
    openMap,
    isNewer: false,
  };
}

async function keepCopy(library: MapRepository, map: JourneyMap, id: Id): Promise<string> {
  const title = freeTitle(map.title, library.summaries.getState().rows ?? []);
  await library.create({ ...map, id, title });
  return title;
}

/** Without locks two windows could write into one copy. */
function startAlone(ends: Parameters<typeof startMirrorWorker>[0]): ReturnType<typeof startMirrorWorker> {
  if (!navigator.locks) throw new Error("This browser has no locks");
  return startMirrorWorker(ends);
}

/** `wasLost`: the browser itself says that it threw the database away. */
async function tellLoss(
  connection: Connection,
  mirror: Mirror,
  notify: StoreOptions["notify"],
  wasLost: boolean,
): Promise<void> {
  try {
    await connection.ready();
    const count = await countLostMaps(connection.database, mirror);
    if (count > 0) return notify({ kind: "mapsLost", count });
  } catch (error) {
    // A database that cannot be read is told of by the library.
    console.warn("It cannot be told whether maps were lost", error);
  }
  if (wasLost) notify({ kind: "lost" });
}

async function emptyBin(connection: Connection, library: MapRepository): Promise<void> {
  try {
    const overdue = await overdueInBin(connection.database, Date.now());
    for (const { mapId, deletedAt } of overdue) await library.remove(mapId, deletedAt);
  } catch (error) {
    console.warn("The bin could not be emptied", error);
  }
}
