import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fileNameOf } from "#exchange/file-name.ts";
import { type TableId, tableIds } from "#exchange/report.ts";
import { useText } from "#i18n/i18n.ts";
import { inWords } from "../reports/on-paper.ts";
import { useServices } from "../services.ts";
import { type Gathered, gather } from "./gathered.ts";
import type { PortfolioData } from "./portfolio-data.ts";
import { ownershipByMap, type PortfolioPart, portfolioFigures, portfolioTable } from "./portfolio-tables.ts";

/** A part of the portfolio, a table over all maps, all of it in words, or the days on which something is due. */
export type WhatToTake = { readonly part: PortfolioPart } | { readonly table: TableId } | "markdown" | "ics";

interface WrittenFile {
  readonly text: string;
  readonly type: string;
  readonly extension: string;
  /** What is in it, if that is not everything. */
  readonly title?: string;
  /** So many more maps could not be read. */
  readonly unread?: number;
}

const GATHERING = "portfolio-gathering";

/**
 * Gives what all maps say to the user as a file, and tells how far it is and when that does not work. It goes on when the
 * page is left. `unread`: so many maps are known to be unreadable.
 */
export function useTakeAway(data: PortfolioData, today: string, unread: number) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const { saveFile, portfolio, findings, now } = useServices();
  const [isTaking, setIsTaking] = useState(false);
  const { language } = i18n;
  const words = { t: text, language, today };

  async function gatherAll(): Promise<Gathered> {
    const total = data.maps.length;
    const message = (done: number) => t("portfolio.gathering", { done, total });
    notifications.show({ id: GATHERING, loading: true, autoClose: false, message: message(0) });
    const onProgress = (done: number) =>
      notifications.update({ id: GATHERING, loading: true, autoClose: false, message: message(done) });
    try {
      return await gather(data, { ...words, read: portfolio.read, known: findings.read, onProgress });
    } finally {
      notifications.hide(GATHERING);
    }
  }

  async function write(what: WhatToTake): Promise<WrittenFile> {
    if (what === "markdown") {
      const { markdownOf } = await import("#exchange/markdown/write-markdown.ts");
      const { tables, unread: missing } = await gatherAll();
      const parts = (["rules", "people", "contested"] as const).map((part) =>
        portfolioTable(part, data, words),
      );
      const report = {
        title: t("portfolio.title"),
        description: "",
        figures: portfolioFigures(data, words),
        tables: [
          ownershipByMap(data, words),
          ...parts,
          ...tableIds.map((id) => inWords(tables[id], language)),
        ],
      };
      return { text: markdownOf(report), type: "text/markdown", extension: "md", unread: missing };
    }
    if (what === "ics") {
      const { icsOf } = await import("#exchange/ics/write-ics.ts");
      const { dueDays, unread: missing } = await gatherAll();
      return { text: icsOf(dueDays, now()), type: "text/calendar", extension: "ics", unread: missing };
    }
    const { csvOf } = await import("#exchange/csv/write-csv.ts");
    const gathered = "part" in what ? null : await gatherAll();
    const table = "part" in what ? portfolioTable(what.part, data, words) : gathered?.tables[what.table];
    if (!table) throw new Error("There is no such table");
    const { title } = table;
    return {
      text: csvOf(table, language),
      type: "text/csv",
      extension: "csv",
      title,
      unread: gathered?.unread ?? 0,
    };
  }

  async function take(what: WhatToTake): Promise<void> {
    setIsTaking(true);
    try {
      const file = await write(what);
      const title = [t("portfolio.title"), file.title].filter(Boolean).join(" ");
      const name = fileNameOf(title, file.extension, "portfolio");
      await saveFile(new Blob([file.text], { type: `${file.type};charset=utf-8` }), name);
      notifications.show({ message: t("exchange.saved", { name }) });
      const missing = unread + (file.unread ?? 0);
      if (missing > 0)
        notifications.show({
          color: "yellow",
          autoClose: false,
          message: t("portfolio.notGathered", { count: missing }),
        });
    } catch (error) {
      console.error(error);
      notifications.show({ color: "red", autoClose: false, message: t("exchange.notSaved") });
    } finally {
      setIsTaking(false);
    }
  }

  return { take, isTaking };
}
