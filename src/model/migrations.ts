/** The version of the document that this program writes. */
export const FORMAT_VERSION = 1;

/** Turns a document of version `from` into one of version `from + 1`; pure, on parsed JSON. */
export interface Migration {
  readonly from: number;
  migrate(map: unknown): unknown;
}

/** The table of migrations, one entry per version that was ever released, oldest first. */
export const migrations: readonly Migration[] = [];

/** Brings a parsed document of an older version to the present one, by the table that there is. */
export function migrate(
  map: unknown,
  version: number,
  table: readonly Migration[] = migrations,
  present = FORMAT_VERSION,
): unknown {
  return table
    .filter(({ from }) => from >= version && from < present)
    .reduce((document, migration) => migration.migrate(document), map);
}
