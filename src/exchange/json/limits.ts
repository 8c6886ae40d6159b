import { MOST_NODES } from "#model/limits.ts";

/**
 * What a file may hold at the most, besides the limits of a map itself (`model/limits.ts`): beyond these a browser
 * cannot show a map, or the page would stand still while it comes in.
 */

/** Bytes; asked before anything is read. */
export const LARGEST_FILE = 100 * 1024 * 1024;

/** Deeper than any map, and shallow enough for every function that walks a document. */
export const DEEPEST = 64;

/** Commas and brackets of a file: what would fill the memory is refused before it is parsed. */
export const MOST_VALUES_IN_FILE = 10_000_000;

/** Stages, people, nodes, connections, contents, measures and dismissals together. */
export const MOST_ITEMS = 20_000;

/** Entries of one list of a row. A measure may name every touchpoint. */
export const LONGEST_LIST = 5000;

/**
 * What is handed from the worker to the page, and from the page to the database, in one piece: single values, and
 * characters of all texts together, after long texts were cut.
 */
export const MOST_VALUES = 500_000;
export const MOST_CHARACTERS = 20_000_000;

/** Characters of a text of one line, and of one of many lines; longer ones are cut. */
export const LONGEST_LINE = 10_000;
export const LONGEST_TEXT = 100_000;

/** The id of a finding names nodes, if need be all of a map, each by up to 64 characters; it is never shown. */
export const LONGEST_FINDING_ID = MOST_NODES * 65 + 100;

/** Where a title that is too long is cut, if its object has a description that can hold it whole. */
export const SHORT_TITLE = 200;
