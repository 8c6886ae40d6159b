import type { Id, JourneyMap } from "#model/journey-map.ts";
import {
  type FileWork,
  isReminderDue,
  noFileWork,
  workAfterChange,
  workAfterReminder,
} from "#storage/backup-folder/file-reminder.ts";
import type { OpenMapListener } from "./open-map-listener.ts";

interface ReminderOptions {
  /** Whether a folder takes every change by itself. */
  hasFolder(): boolean;
  remind(map: JourneyMap): void;
  /** Milliseconds since 1970. */
  now(): number;
}

export interface FileReminder {
  readonly listener: OpenMapListener;
  /** A map was given to the user as a file; which one is not asked: who saves one knows how. */
  saved(): void;
}

/** Says it when much was done in a map that is in no file. */
export function remindOfFiles({ hasFolder, remind, now }: ReminderOptions): FileReminder {
  const works = new Map<Id, FileWork>();

  function ask(map: JourneyMap, work: FileWork, isClosing: boolean): void {
    const isDue = isReminderDue({ work, hasFolder: hasFolder(), isClosing });
    works.set(map.id, isDue ? workAfterReminder(work) : work);
    if (isDue) remind(map);
  }

  return {
    saved: () => works.clear(),
    listener: {
      onKept: (map) => ask(map, workAfterChange(works.get(map.id) ?? noFileWork, now()), false),
      onClosed(map) {
        ask(map, works.get(map.id) ?? noFileWork, true);
        // The next workshop counts anew.
        works.delete(map.id);
      },
    },
  };
}
