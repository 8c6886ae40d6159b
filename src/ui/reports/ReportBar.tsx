import { Button, Select } from "@mantine/core";
import { Printer } from "lucide-react";
import { useTranslation } from "react-i18next";
import { disciplines } from "#model/discipline.ts";
import classes from "./report.module.css";

/** What of a report is shown and printed: all of it, its general pages, the first one, or the page of somebody. */
export type Pages = "all" | "overview" | "cover" | `person ${string}` | `discipline ${string}`;

/** With more nodes only the general pages are shown at first, or the first of them: all of them fill a book. */
export const MOST_AT_ONCE = 2000;

export function isShown(pages: Pages, page: Pages): boolean {
  return pages === "all" || pages === page;
}

interface ReportBarProps {
  readonly hint: string;
  readonly pages: Pages;
  /** The pages there are besides those of people and disciplines. */
  readonly general: readonly ("all" | "overview" | "cover")[];
  /** Those who have a page of their own; `id` tells them apart. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Not everything that is to be printed is there yet. */
  readonly isWaiting?: boolean;
  onPages(pages: Pages): void;
}

/** What stands above the pages and is not printed. */
export function ReportBar({ hint, pages, general, people, isWaiting = false, onPages }: ReportBarProps) {
  const { t } = useTranslation();
  const groups = [
    {
      group: t("report.pages.of"),
      items: general.map((value) => ({ value, label: t(`report.pages.${value}`) })),
    },
    {
      group: t("report.pages.person"),
      items: people.map(({ id, name }) => ({
        value: `person ${id}`,
        label: name.trim() || t("kind.untitled"),
      })),
    },
    {
      group: t("report.pages.discipline"),
      items: disciplines.map((discipline) => ({
        value: `discipline ${discipline}`,
        label: t(`common.discipline.${discipline}`),
      })),
    },
  ];
  return (
    <div className={classes.bar}>
      <p>{hint}</p>
      <Select
        aria-label={t("report.pages.of")}
        data={groups.filter(({ items }) => items.length > 0)}
        value={pages}
        allowDeselect={false}
        searchable={people.length > 10}
        maxDropdownHeight={320}
        onChange={(value) => value !== null && onPages(value as Pages)}
      />
      <Button
        leftSection={<Printer size="1.1rem" aria-hidden />}
        loading={isWaiting}
        onClick={() => window.print()}
      >
        {t("report.print")}
      </Button>
    </div>
  );
}
