import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import { useServices } from "../services.ts";
import { type Gathered, gather } from "./gathered.ts";
import type { PortfolioData } from "./portfolio-data.ts";

interface Gathering {
  /** A number as long as maps are read: so many are done. Null: nothing is wanted. */
  readonly what: Gathered | number | "failed" | null;
  /** Maps have changed since they were read. */
  readonly isOld: boolean;
  again(): void;
}

/**
 * The words of all maps. They stay as they were read when maps change: pages that are to be printed do not go away, and
 * somebody who edits in another window does not keep the reading from coming to its end.
 */
export function useGathered(data: PortfolioData, today: string, isWanted: boolean): Gathering {
  const { language } = useTranslation().i18n;
  const t = useText();
  const { portfolio, findings } = useServices();
  const [found, setFound] = useState<{ readonly of: PortfolioData; readonly what: Gathering["what"] } | null>(
    null,
  );
  const [run, setRun] = useState(0);
  const newest = useRef(data);
  newest.current = data;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `run` asks for it once more.
  useEffect(() => {
    if (!isWanted) return;
    const ending = new AbortController();
    const { signal } = ending;
    const of = newest.current;
    const tell = (what: Gathering["what"]) => signal.aborted || setFound({ of, what });
    tell(0);
    const read = { read: portfolio.read, known: findings.read };
    gather(of, { t, language, today, ...read, onProgress: tell, signal }).then(tell, (error: unknown) => {
      if (!signal.aborted) console.error(error);
      tell("failed");
    });
    return () => ending.abort();
  }, [t, language, today, isWanted, portfolio, findings, run]);
  return {
    what: isWanted ? (found?.what ?? 0) : null,
    isOld: found !== null && found.of !== data,
    again: () => setRun(run + 1),
  };
}
