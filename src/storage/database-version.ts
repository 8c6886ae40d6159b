/** Apart from the rest of the database, so that the first look at it needs no library. */
export const DATABASE_NAME = "dreiklang";

/** Grows when stores or indexes are added; nothing is ever taken away. */
export const DATABASE_VERSION = 2;
