import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import { useServices } from "../services.ts";
import { type Gathered, gather } from "./gathered.ts";
import type { PortfolioData } from "./portfolio-data.ts";

/** The words of all maps; a number as long as they are read: so many maps are done. Null: they are not wanted. */
export function useGathered(data: PortfolioData, today: string, isWanted: boolean): Gathered | number | null {
  const { i18n } = useTranslation();
  const t = useText();
  const { portfolio } = useServices();
  const [found, setFound] = useState<{ readonly of: PortfolioData; readonly what: Gathered | number } | null>(
    null,
  );
  const { language } = i18n;
  useEffect(() => {
    if (!isWanted) return;
    const ending = new AbortController();
    const onProgress = (done: number) => setFound({ of: data, what: done });
    const { signal } = ending;
    gather(data, { t, language, today, read: portfolio.read, onProgress, signal }).then(
      (what) => signal.aborted || setFound({ of: data, what }),
      (error: unknown) => signal.aborted || console.error(error),
    );
    return () => ending.abort();
  }, [data, t, language, today, isWanted, portfolio]);
  if (!isWanted) return null;
  return found?.of === data ? found.what : 0;
}
