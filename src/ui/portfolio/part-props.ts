import type { Command } from "#model/commands/command.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import type { ChangeWords } from "./map-changes.ts";
import type { PortfolioData } from "./portfolio-data.ts";

/** What a part of the portfolio gets from the page. */
export interface PartProps {
  readonly data: PortfolioData;
  /** ISO date without time. */
  readonly today: string;
  /** A change of many maps is under way: the next one has to wait. */
  readonly isChanging: boolean;
  /** Changes many maps. */
  onChange(words: ChangeWords, mapIds: readonly Id[], commandFor: (map: JourneyMap) => Command): void;
}
