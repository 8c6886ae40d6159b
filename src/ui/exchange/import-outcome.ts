import { type Problem, problem } from "#exchange/problem.ts";
import type { ReadResult, ReadTools } from "#exchange/reading.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import type { Services } from "../services.ts";

/** How one waits for a reading, or does not. */
type Waiting = Required<Pick<ReadTools, "signal" | "onProgress">>;

/** Something that may hold a map, and what to call it. */
export interface ImportSource {
  readonly name: string;
  read(waiting: Waiting): Promise<ReadResult>;
}

/** What became of one source. */
export type ImportOutcome =
  | {
      readonly state: "imported";
      readonly name: string;
      readonly id: Id;
      readonly title: string;
      readonly repairs: readonly Problem[];
      /** How many repairs there are besides those listed. */
      readonly more: number;
      /** What was too long for the map, as a text file. */
      readonly fullTexts: Blob | null;
    }
  | {
      readonly state: "failed";
      readonly name: string;
      readonly problems: readonly Problem[];
      /** How many problems there are besides those listed. */
      readonly more: number;
    };

/** How far an import is: the source at hand, its place among all, and how much of it is read, from 0 to 1. */
export interface ImportProgress {
  readonly name: string;
  readonly number: number;
  readonly count: number;
  readonly fraction: number;
}

export interface ImportWatch {
  /** Ends the source at hand and all that follow; what came in before stays. */
  readonly signal: AbortSignal;
  onProgress(progress: ImportProgress): void;
}

/** Keeps what each source holds as a new map. Never rejects: what goes wrong is in the outcome. */
export async function importSources(
  sources: readonly ImportSource[],
  services: Pick<Services, "library" | "newId">,
  { signal, onProgress }: ImportWatch,
): Promise<readonly ImportOutcome[]> {
  const rows = services.library.summaries.getState().rows ?? [];
  const titles = new Set(rows.filter(({ deletedAt }) => deletedAt === null).map(({ title }) => title));
  const outcomes: ImportOutcome[] = [];
  for (const [index, { name, read }] of sources.entries()) {
    const place = { name, number: index + 1, count: sources.length };
    const tell = (fraction: number) => onProgress({ ...place, fraction });
    tell(0);
    const result: ReadResult = signal.aborted
      ? { ok: false, problems: [problem("cancelled")], more: 0 }
      : await read({ signal, onProgress: tell });
    if (!result.ok) outcomes.push({ state: "failed", name, problems: result.problems, more: result.more });
    else outcomes.push(await keep(result, name, titles, services));
  }
  return outcomes;
}

async function keep(
  { map: read, repairs, more, fullTexts }: Extract<ReadResult, { ok: true }>,
  name: string,
  titles: Set<string>,
  { library, newId }: Pick<Services, "library" | "newId">,
): Promise<ImportOutcome> {
  const map: JourneyMap = { ...read, id: newId(), title: numberedTitle(read.title, titles) };
  try {
    await library.create(map);
  } catch (error) {
    console.error(error);
    return { state: "failed", name, problems: [problem("notKept")], more: 0 };
  }
  titles.add(map.title);
  return { state: "imported", name, id: map.id, title: map.title, repairs, more, fullTexts };
}

export function isCancelled(outcome: ImportOutcome): boolean {
  return outcome.state === "failed" && outcome.problems.some(({ key }) => key === "cancelled");
}

/** "Title", or "Title (2)" where there is one already. */
export function numberedTitle(title: string, taken: ReadonlySet<string>): string {
  if (!taken.has(title)) return title;
  const bare = title.replace(/ \(\d{1,3}\)$/u, "");
  let number = 2;
  while (taken.has(`${bare} (${number})`)) number += 1;
  return `${bare} (${number})`;
}
