import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Audit, auditOf } from "#model/audit/audit.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { dateText } from "../finding-words.ts";
import { localDate, useToday } from "../today.ts";
import { useVersionDocument, useVersions } from "../versions/use-versions.ts";

export interface LastVersion {
  readonly audit: Audit;
  readonly name: string;
}

/**
 * The audit of the last version that somebody has named, else of the last one at all, which a closed map leaves behind;
 * null while there is none, or it is being read.
 */
export function useLastVersion(map: JourneyMap): LastVersion | null {
  const { i18n } = useTranslation();
  const today = useToday();
  const rows = useVersions(map.id).rows ?? [];
  const last = rows.find((row) => row.name !== null) ?? rows[0];
  const document = useVersionDocument(last?.id ?? null);
  // Not at every key: it would be made again when so many states have been looked at that it is forgotten.
  const audit = useMemo(() => document && auditOf(document, today), [document, today]);
  if (!last || !audit) return null;
  return { audit, name: last.name ?? dateText(localDate(last.at), i18n.language) };
}
