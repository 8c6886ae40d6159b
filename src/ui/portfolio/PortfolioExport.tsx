import { Button, Menu } from "@mantine/core";
import { CalendarDays, Download, FileSpreadsheet, FileText } from "lucide-react";
import { useTranslation } from "react-i18next";
import { tableIds } from "#exchange/report.ts";
import type { PortfolioData } from "./portfolio-data.ts";
import type { PortfolioPart } from "./portfolio-tables.ts";
import { useTakeAway, type WhatToTake } from "./use-take-away.ts";

interface PortfolioExportProps {
  readonly data: PortfolioData;
  /** ISO date without time. */
  readonly today: string;
  /** The table that is shown; null where there is none. */
  readonly part: PortfolioPart | null;
  /** All figures are there; a file with a part of the maps would look like all of them. */
  readonly isComplete: boolean;
  /** So many maps cannot be read, and are in no file. */
  readonly unread: number;
}

/** Gives what all maps say away as a file. */
export function PortfolioExport({ data, today, part, isComplete, unread }: PortfolioExportProps) {
  const { t } = useTranslation();
  const { take, isTaking } = useTakeAway(data, today, unread);
  const item = (what: WhatToTake, Icon: typeof Download, label: string) => (
    <Menu.Item key={label} leftSection={<Icon size="1.125rem" aria-hidden />} onClick={() => void take(what)}>
      {label}
    </Menu.Item>
  );
  return (
    <Menu position="bottom-end" width={280} withinPortal={false}>
      <Menu.Target>
        <Button
          variant="default"
          size="sm"
          loading={isTaking}
          disabled={!isComplete}
          leftSection={<Download size="1rem" aria-hidden />}
        >
          {t("portfolio.export")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {part !== null && item({ part }, FileSpreadsheet, t("portfolio.thisTable", { name: "CSV" }))}
        <Menu.Label>{t("portfolio.allMaps")}</Menu.Label>
        {tableIds.map((table) => {
          const label = t("exchange.tableAs", { table: t(`report.tables.${table}`), name: "CSV" });
          return item({ table }, FileSpreadsheet, label);
        })}
        {item("markdown", FileText, "Markdown")}
        {item("ics", CalendarDays, "iCalendar")}
      </Menu.Dropdown>
    </Menu>
  );
}
