/** What is known of work that is in no file. Times are milliseconds since 1970. */
export interface FileWork {
  /** So long was worked since the map was last saved to a file, pauses left out. */
  readonly worked: number;
  readonly lastChangeAt: number | null;
  /** How much had been worked when it was last said; null when it was not said since the last file. */
  readonly remindedAt: number | null;
}

export interface ReminderQuestion {
  readonly work: FileWork;
  /** Whether a folder takes every change by itself. */
  readonly hasFolder: boolean;
  /** The map is being closed: the end of a workshop. */
  readonly isClosing: boolean;
}

const MINUTE = 60_000;

/** So much work may be in no file. */
const LONGEST_WORK = 30 * MINUTE;
/** What is less is not worth a word when the map is closed. */
const SHORTEST_WORKSHOP = 5 * MINUTE;
/** Who changes nothing for so long has made a pause. */
const PAUSE = 5 * MINUTE;
/** What one change counts when there was none shortly before. */
const ONE_CHANGE = MINUTE / 2;

export const noFileWork: FileWork = { worked: 0, lastChangeAt: null, remindedAt: null };

/** The work after one more change. A clock that jumps adds no more than a single change does. */
export function workAfterChange(work: FileWork, at: number): FileWork {
  const since = work.lastChangeAt === null ? -1 : at - work.lastChangeAt;
  const added = since >= 0 && since <= PAUSE ? since : ONE_CHANGE;
  return { ...work, worked: work.worked + added, lastChangeAt: at };
}

export function workAfterReminder(work: FileWork): FileWork {
  return { ...work, remindedAt: work.worked };
}

/** Whether it is time to say that a download would be good. */
export function isReminderDue({ work, hasFolder, isClosing }: ReminderQuestion): boolean {
  if (hasFolder) return false;
  // The last chance, whatever was said before.
  if (isClosing) return work.worked >= SHORTEST_WORKSHOP;
  return work.worked - (work.remindedAt ?? 0) >= LONGEST_WORK;
}
