import { notifications } from "@mantine/notifications";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { useServices } from "../services.ts";
import {
  type ImportOutcome,
  type ImportProgress,
  type ImportSource,
  importSources,
  isCancelled,
} from "./import-outcome.ts";

/** Milliseconds. What is done sooner needs no word about how far it is. */
const PATIENCE = 300;

export interface Import {
  /** Resolves when all sources were dealt with. */
  take(sources: readonly ImportSource[]): Promise<void>;
  /** Null while nothing is imported, or not for long. */
  readonly progress: ImportProgress | null;
  cancel(): void;
  readonly outcomes: readonly ImportOutcome[];
  readonly isOpen: boolean;
  close(): void;
}

/** Imports, opens the one map that came in, and says what there is to say. */
export function useImport(): Import {
  const { progress, watched, cancel } = useWatch();
  const { outcomes, isOpen, show, close } = useOutcomes();
  const { t } = useTranslation();
  const { library, newId } = useServices();
  const [, navigate] = useLocation();
  // One after the other: each has to know the titles of those before it.
  const queue = useRef<Promise<void>>(Promise.resolve());
  const take = useMemo(() => {
    async function run(sources: readonly ImportSource[]): Promise<void> {
      const results = await watched((watch) => importSources(sources, { library, newId }, watch));
      const [only] = results;
      const isPlain = results.length === 1 && only?.state === "imported" && only.repairs.length === 0;
      if (results.length === 1 && only?.state === "imported") navigate(`/map/${encodeURIComponent(only.id)}`);
      if (isPlain) {
        const title = only.title.trim() || t("exchange.import.untitled");
        notifications.show({ message: t("exchange.import.imported", { title }) });
      } else if (results.length > 0 && results.every(isCancelled)) {
        notifications.show({ message: t("exchange.import.cancelled") });
      } else if (results.length > 0) show(results);
    }
    return (sources: readonly ImportSource[]): Promise<void> => {
      queue.current = queue.current.then(() => run(sources));
      return queue.current;
    };
  }, [t, library, newId, navigate, watched, show]);
  return { take, progress, cancel, outcomes, isOpen, close };
}

/** Tells how far something is that takes long, and lets it be cancelled. */
function useWatch() {
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const running = useRef<AbortController | null>(null);
  const watched = useMemo(
    () =>
      async <T>(work: (watch: Parameters<typeof importSources>[2]) => Promise<T>): Promise<T> => {
        const controller = new AbortController();
        running.current = controller;
        let latest: ImportProgress | null = null;
        let isSlow = false;
        const timer = setTimeout(() => {
          isSlow = true;
          setProgress(latest);
        }, PATIENCE);
        const onProgress = (next: ImportProgress) => {
          latest = next;
          if (isSlow) setProgress(next);
        };
        try {
          return await work({ signal: controller.signal, onProgress });
        } finally {
          clearTimeout(timer);
          setProgress(null);
        }
      },
    [],
  );
  return { progress, watched, cancel: () => running.current?.abort() };
}

function useOutcomes() {
  const [state, setState] = useState<{ outcomes: readonly ImportOutcome[]; isOpen: boolean }>({
    outcomes: [],
    isOpen: false,
  });
  const show = useMemo(
    () => (results: readonly ImportOutcome[]) =>
      // Files that were dropped while the dialog told of others are told beside these.
      setState(({ outcomes, isOpen }) => ({
        outcomes: isOpen ? [...outcomes, ...results] : results,
        isOpen: true,
      })),
    [],
  );
  return { ...state, show, close: () => setState(({ outcomes }) => ({ outcomes, isOpen: false })) };
}
