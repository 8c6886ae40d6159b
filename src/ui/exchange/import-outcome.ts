import type { ParseResult } from "#exchange/json/parse-map.ts";
import { type Problem, problem } from "#exchange/problem.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import type { Services } from "../services.ts";

/** Something that may hold a map, and what to call it. */
export interface ImportSource {
  readonly name: string;
  read(): Promise<ParseResult>;
}

/** What became of one source. */
export type ImportOutcome =
  | {
      readonly state: "imported";
      readonly name: string;
      readonly id: Id;
      readonly title: string;
      readonly repairs: readonly Problem[];
    }
  | {
      readonly state: "failed";
      readonly name: string;
      readonly problems: readonly Problem[];
      /** How many problems there are besides those listed. */
      readonly more: number;
    };

/** Keeps what each source holds as a new map. Never rejects: what goes wrong is in the outcome. */
export async function importSources(
  sources: readonly ImportSource[],
  { library, newId }: Pick<Services, "library" | "newId">,
): Promise<readonly ImportOutcome[]> {
  const rows = library.summaries.getState().rows ?? [];
  const titles = new Set(rows.filter(({ deletedAt }) => deletedAt === null).map(({ title }) => title));
  const outcomes: ImportOutcome[] = [];
  for (const { name, read } of sources) {
    const result = await read();
    if (!result.ok) {
      outcomes.push({ state: "failed", name, problems: result.problems, more: result.more });
      continue;
    }
    const map: JourneyMap = { ...result.map, id: newId(), title: numberedTitle(result.map.title, titles) };
    try {
      await library.create(map);
      titles.add(map.title);
      outcomes.push({ state: "imported", name, id: map.id, title: map.title, repairs: result.repairs });
    } catch (error) {
      console.error(error);
      outcomes.push({ state: "failed", name, problems: [problem("notKept")], more: 0 });
    }
  }
  return outcomes;
}

/** "Title", or "Title (2)" where there is one already. */
export function numberedTitle(title: string, taken: ReadonlySet<string>): string {
  if (!taken.has(title)) return title;
  const bare = title.replace(/ \(\d{1,3}\)$/u, "");
  let number = 2;
  while (taken.has(`${bare} (${number})`)) number += 1;
  return `${bare} (${number})`;
}
