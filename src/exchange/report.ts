import type { JourneyMap } from "#model/journey-map.ts";

/** What can be taken away as a table. */
export const tableIds = ["touchpoints", "findings", "handovers", "measures", "raci"] as const;
export type TableId = (typeof tableIds)[number];

/** A text, a number, or nothing. */
export type Cell = string | number | null;

/** A table in the language of the reader. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /**
   * Columns that people read otherwise than a spreadsheet does, by their heads there: minutes as a duration in words,
   * under a head that names no unit. Null: for spreadsheets only.
   */
  readonly onPaper?: Readonly<Record<string, string | null>>;
}

/** What is said in pages: headline figures, one sentence each, then tables. */
export interface Report {
  readonly title: string;
  readonly description: string;
  readonly figures: readonly string[];
  readonly tables: readonly Table[];
}

/** A day on which something is due. */
export interface DueDay {
  /** The same for the same thing at every export, so that a calendar replaces it. */
  readonly id: string;
  /** ISO date without time. */
  readonly date: string;
  readonly summary: string;
  readonly description: string;
}

/** Puts what a map says into words; the formats know no language. */
export interface ReportTools {
  /** BCP 47. */
  readonly language: string;
  tableOf(map: JourneyMap, id: TableId): Table;
  /** The table with words where a spreadsheet gets numbers to reckon with. */
  inWords(table: Table): Table;
  /** Headline figures, one sentence each. */
  figuresOf(map: JourneyMap): readonly string[];
  dueDaysOf(map: JourneyMap): readonly DueDay[];
}
