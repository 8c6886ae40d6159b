import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { fileNameOf } from "#exchange/file-name.ts";
import { useText } from "#i18n/i18n.ts";
import { useServices } from "../services.ts";
import type { PortfolioData } from "./portfolio-data.ts";
import { type PortfolioPart, portfolioTable } from "./portfolio-tables.ts";

/** Gives a part of the portfolio to the user as a table, and says when that does not work. */
export function useCsv() {
  const { t, i18n } = useTranslation();
  const text = useText();
  const { saveFile } = useServices();
  return async (part: PortfolioPart, data: PortfolioData, today: string): Promise<void> => {
    try {
      const { csvOf } = await import("#exchange/csv/write-csv.ts");
      const table = portfolioTable(part, data, { t: text, language: i18n.language, today });
      const name = fileNameOf(`${t("portfolio.title")} ${table.title}`, "csv", part);
      await saveFile(new Blob([csvOf(table, i18n.language)], { type: "text/csv;charset=utf-8" }), name);
      notifications.show({ message: t("exchange.saved", { name }) });
    } catch (error) {
      console.error(error);
      notifications.show({ color: "red", autoClose: false, message: t("exchange.notSaved") });
    }
  };
}
