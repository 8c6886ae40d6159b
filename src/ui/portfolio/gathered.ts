import { type Cell, type DueDay, type Table, type TableId, tableIds } from "#exchange/report.ts";
import type { TextOf } from "#i18n/i18n.ts";
import { auditOf } from "#model/audit/audit.ts";
import type { KnownFindings } from "#model/audit/gone-findings.ts";
import { type Discipline, disciplines } from "#model/discipline.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { keyOf, type PortfolioPerson } from "#model/portfolio/people.ts";
import { dateText } from "../finding-words.ts";
import { reportTools } from "../reports/report-tools.ts";
import { isEmptyShare, type Share, shareOfDiscipline, shareOfPerson } from "../reports/share.ts";
import { type ShareTable, shareTables } from "../reports/share-tables.ts";
import type { PortfolioData } from "./portfolio-data.ts";
import type { Words } from "./portfolio-tables.ts";

/** What all maps say, in words: what the stored figures of the portfolio are too short for. */
export interface Gathered {
  /** Those of a map, with the map in the first column. */
  readonly tables: Readonly<Record<TableId, Table>>;
  /** Those who have something to do, in the order of the people. */
  readonly people: readonly { readonly person: PortfolioPerson; readonly tables: readonly ShareTable[] }[];
  readonly disciplines: readonly {
    readonly discipline: Discipline;
    readonly tables: readonly ShareTable[];
  }[];
  readonly dueDays: readonly DueDay[];
  /** So many maps could not be read. */
  readonly unread: number;
}

interface GatherOptions extends Words {
  /** Null when it cannot be read. */
  read(mapId: Id): Promise<JourneyMap | null>;
  /** What is known of the findings of a map. */
  known(mapId: Id): Promise<Pick<KnownFindings, "gone">>;
  /** Told how many maps are done. */
  onProgress(done: number): void;
  /** Ends it. */
  readonly signal?: AbortSignal;
}

/** Reads all maps, one at a time: of each only its words are kept. Rejects with the reason of the signal. */
export async function gather(data: PortfolioData, options: GatherOptions): Promise<Gathered> {
  const gathering = createGathering(data, options);
  let unread = 0;
  for (const [index, { mapId }] of data.maps.entries()) {
    const map = await options.read(mapId).catch((error: unknown) => {
      console.warn(`Map ${mapId} could not be read`, error);
      return null;
    });
    options.signal?.throwIfAborted();
    if (map) gathering.add(map, (await options.known(mapId)).gone);
    else unread += 1;
    options.onProgress(index + 1);
  }
  return gathering.result(unread);
}

function createGathering(data: PortfolioData, { t, language, today }: Words) {
  const tables = new Map<TableId, Table & { rows: Cell[][] }>();
  const personOf = new Map(
    data.people.flatMap((person) => person.entries.map((entry) => [keyOf(entry), person])),
  );
  const people = new Map(data.people.map((person) => [person, createShares(t, language, today)]));
  const byDiscipline = disciplines.map((discipline) => ({
    discipline,
    shares: createShares(t, language, today),
  }));
  const dueDays: DueDay[] = [];

  function addTable(id: TableId, table: Table, mapTitle: string): void {
    const columns = [t("portfolio.columns.map"), ...table.columns];
    const all = tables.get(id) ?? { ...table, columns, rows: [] };
    tables.set(id, all);
    for (const row of table.rows) all.rows.push([mapTitle, ...row]);
  }

  /** A map may hold somebody more than once. */
  function entriesIn(map: JourneyMap): ReadonlyMap<PortfolioPerson, ReadonlySet<Id>> {
    const found = new Map<PortfolioPerson, Set<Id>>();
    for (const personId of Object.keys(map.people)) {
      const person = personOf.get(keyOf({ mapId: map.id, personId }));
      if (person) found.set(person, (found.get(person) ?? new Set()).add(personId));
    }
    return found;
  }

  return {
    add(map: JourneyMap, gone: ReadonlySet<string>) {
      const tools = reportTools(t, language, today, gone);
      const mapTitle = data.titleOf(map.id);
      const { findings } = auditOf(map, today);
      for (const id of tableIds) addTable(id, tools.tableOf(map, id), mapTitle);
      for (const [person, ids] of entriesIn(map)) {
        const isMaintainer = map.maintainerId !== null && ids.has(map.maintainerId);
        people.get(person)?.add(map, mapTitle, shareOfPerson(map, findings, ids), isMaintainer);
      }
      for (const { discipline, shares } of byDiscipline)
        shares.add(map, mapTitle, shareOfDiscipline(map, findings, discipline));
      dueDays.push(...tools.dueDaysOf(map));
    },
    result: (unread: number): Gathered => ({
      tables: Object.fromEntries(
        tableIds.map((id) => [
          id,
          tables.get(id) ?? { title: t(`report.tables.${id}`), columns: [], rows: [] },
        ]),
      ) as unknown as Gathered["tables"],
      people: [...people]
        .filter(([, { tables: own }]) => own.length > 0)
        .map(([person, { tables: own }]) => ({ person, tables: own })),
      disciplines: byDiscipline
        .filter(({ shares }) => shares.tables.length > 0)
        .map(({ discipline, shares }) => ({ discipline, tables: shares.tables })),
      dueDays: dueDays.toSorted((a, b) => (`${a.date}${a.id}` < `${b.date}${b.id}` ? -1 : 1)),
      unread,
    }),
  };
}

/** What somebody has to do with the maps that are added: which maps these are, and what it is. */
function createShares(t: TextOf, language: string, today: string) {
  const tables: (Omit<ShareTable, "rows"> & { rows: Cell[][] })[] = [];
  const columns = ["map", "touchpoints", "findings", "reviewOn"].map((name) =>
    t(`portfolio.columns.${name}`),
  );

  function rowsOf({ part, columns: names }: Omit<ShareTable, "rows">): Cell[][] {
    const known = tables.find((table) => table.part === part);
    if (known) return known.rows;
    const rows: Cell[][] = [];
    tables.push({ part, columns: names, rows });
    return rows;
  }

  return {
    tables: tables as readonly ShareTable[],
    /** Whoever keeps a map alive has to do with it, whatever else it says of them. */
    add(map: JourneyMap, mapTitle: string, share: Share, isMaintainer = false) {
      if (isEmptyShare(share) && !isMaintainer) return;
      const { touchpoints, findings } = share;
      const review = map.reviewOn === null ? "" : dateText(map.reviewOn, language);
      rowsOf({ part: "maps", columns }).push([mapTitle, touchpoints.length, findings.length, review]);
      for (const table of shareTables(t, language, map, share, today)) {
        const rows = rowsOf({ part: table.part, columns: [columns[0] ?? "", ...table.columns] });
        for (const row of table.rows) rows.push([mapTitle, ...row]);
      }
    },
  };
}
