import { useTranslation } from "react-i18next";
import { dateText } from "../finding-words.ts";
import { ReportTable } from "./ReportTable.tsx";
import classes from "./report.module.css";
import type { ShareTable } from "./share-tables.ts";

interface SharePageProps {
  readonly title: string;
  /** What it is a part of: it is read without the first page. */
  readonly of: string;
  /** The day of which it tells, ISO date. */
  readonly today: string;
  /** What else is to be said of it; empty texts are left out. */
  readonly about: readonly string[];
  readonly tables: readonly ShareTable[];
  /** It is handed to the person that it is about. */
  readonly isPersonal?: boolean;
}

/** The page for one manager, or one discipline: what is theirs, and what is open in it. */
export function SharePage({ title, of, today, about, tables, isPersonal = false }: SharePageProps) {
  const { t, i18n } = useTranslation();
  const asOf = t("report.asOf", { date: dateText(today, i18n.language) });
  const headingOf = (part: ShareTable["part"], count: number) => {
    const what = t(`report.${isPersonal ? "yours" : "theirs"}.${part}`);
    return count === 0 ? t("report.none", { what }) : `${what} (${count})`;
  };
  return (
    <article className={`${classes.page} ${classes.handedOut}`}>
      <h2>{title}</h2>
      <p className={classes.meta}>{[of, asOf, ...about].filter((text) => text !== "").join(" · ")}</p>
      {tables.map(({ part, columns, rows }) => (
        <div key={part}>
          <h3>{headingOf(part, rows.length)}</h3>
          {rows.length > 0 && <ReportTable table={{ columns, rows }} />}
        </div>
      ))}
    </article>
  );
}
