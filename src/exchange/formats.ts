import type { JourneyMap } from "#model/journey-map.ts";
import type { PictureSettings, PictureTools, WriteResult } from "./png/write-png.ts";
import type { ReadResult, ReadTools, Source } from "./reading.ts";
import { type ReportTools, type TableId, tableIds } from "./report.ts";

/** What writing needs besides the map. */
export interface WriteTools extends PictureTools {
  readonly reports: ReportTools;
}

/** One file format. Its parts are loaded when they are used. */
export interface Format {
  readonly id: string;
  /** What it is called in every language. */
  readonly name: string;
  /** Without the leading dot. */
  readonly extension: string;
  readonly mimeType: string;
  /** Whether there is something to choose before a file is written: a picture has a size, data has not. */
  readonly isPicture: boolean;
  /** A table of the map; then its name is that of the table. */
  readonly table?: TableId;
  /** Whether findings are listed with their state. */
  readonly listsFindings?: boolean;
  write?(map: JourneyMap, settings: PictureSettings, tools: WriteTools): Promise<WriteResult>;
  read?(source: Source, tools: ReadTools): Promise<ReadResult>;
}

/** The table of formats: one entry shows in the export menu, and with `read` in the import. */
export const formats: readonly Format[] = [
  {
    id: "json",
    name: "JSON",
    extension: "dreiklang.json",
    mimeType: "application/json",
    isPicture: false,
    async write(map) {
      const { mapToJson } = await import("./json/write-map.ts");
      return { ok: true, blob: new Blob([mapToJson(map)], { type: "application/json" }) };
    },
    async read(source, tools) {
      const { readInWorker } = await import("./json/read-in-worker.ts");
      return readInWorker(source, tools);
    },
  },
  {
    id: "png",
    name: "PNG",
    extension: "png",
    mimeType: "image/png",
    isPicture: true,
    async write(map, settings, tools) {
      const { writePng } = await import("./png/write-png.ts");
      return writePng(map, settings, tools);
    },
  },
  ...tableIds.map(
    (table): Format => ({
      id: `csv-${table}`,
      name: "CSV",
      extension: `${table}.csv`,
      mimeType: "text/csv",
      isPicture: false,
      table,
      listsFindings: table === "findings",
      async write(map, _settings, { reports }) {
        const { csvOf } = await import("./csv/write-csv.ts");
        return written(csvOf(reports.tableOf(map, table), reports.language), "text/csv");
      },
    }),
  ),
  {
    id: "markdown",
    name: "Markdown",
    extension: "md",
    mimeType: "text/markdown",
    isPicture: false,
    listsFindings: true,
    async write(map, _settings, { reports }) {
      const { markdownOf } = await import("./markdown/write-markdown.ts");
      const { title, description } = map;
      const tables = tableIds.map((id) => reports.inWords(reports.tableOf(map, id)));
      const report = { title, description, figures: reports.figuresOf(map), tables };
      return written(markdownOf(report), "text/markdown");
    },
  },
  {
    id: "ics",
    name: "iCalendar",
    extension: "ics",
    mimeType: "text/calendar",
    isPicture: false,
    async write(map, _settings, { reports }) {
      const { icsOf } = await import("./ics/write-ics.ts");
      return written(icsOf(reports.dueDaysOf(map), map.updatedAt), "text/calendar");
    },
  },
];

function written(text: string, type: string): WriteResult {
  return { ok: true, blob: new Blob([text], { type: `${type};charset=utf-8` }) };
}
