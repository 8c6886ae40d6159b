import { Alert, Button, Center, Loader, Text } from "@mantine/core";
import { Printer } from "lucide-react";
import { type ComponentType, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { NewMapDialog } from "../library/NewMapDialog.tsx";
import { useLibraryCommands } from "../library/use-library-commands.tsx";
import { useDoubleClickGuard } from "../lists/use-double-click-guard.ts";
import type { PortfolioState } from "../services.ts";
import { ActionRunner } from "../shell/ActionRunner.tsx";
import { AppMenu } from "../shell/AppMenu.tsx";
import { HomeLink } from "../shell/HomeLink.tsx";
import { useAfterPaint } from "../shell/use-after-paint.ts";
import { ViewLinks } from "../shell/ViewLinks.tsx";
import { useToday } from "../today.ts";
import { ChangeResult } from "./ChangeResult.tsx";
import { ContestedPart } from "./ContestedPart.tsx";
import { MeasuresPart } from "./MeasuresPart.tsx";
import { OverviewPart } from "./OverviewPart.tsx";
import { PeoplePart } from "./PeoplePart.tsx";
import { PortfolioExport } from "./PortfolioExport.tsx";
import { PortfolioFigures } from "./PortfolioFigures.tsx";
import { PortfolioReport } from "./PortfolioReport.tsx";
import type { PartProps } from "./part-props.ts";
import classes from "./portfolio.module.css";
import { portfolioData } from "./portfolio-data.ts";
import { type PortfolioPart, portfolioParts } from "./portfolio-tables.ts";
import { RulesPart } from "./RulesPart.tsx";
import { useMapChanges } from "./use-map-changes.ts";
import { usePortfolio } from "./use-portfolio.ts";

const views: Readonly<Record<PortfolioPart, ComponentType<PartProps>>> = {
  overview: OverviewPart,
  rules: RulesPart,
  people: PeoplePart,
  contested: ContestedPart,
  measures: MeasuresPart,
};

interface PortfolioPageProps {
  /** A part of the portfolio, or "report"; anything else shows the first part. */
  readonly view: string;
}

/** All maps at once: figures, findings, people, touchpoints of which maps do not say the same, and measures. */
export function PortfolioPage({ view }: PortfolioPageProps) {
  const { t } = useTranslation();
  const state = usePortfolio();
  const isPainted = useAfterPaint();
  const commands = useLibraryCommands();
  const [isNewMapOpen, setIsNewMapOpen] = useState(false);
  const part = portfolioParts.find((name) => name === view) ?? (view === "report" ? "report" : "overview");
  return (
    <ActionRunner isPainted={isPainted} onOpenDialog={(name) => setIsNewMapOpen(name === "newMap")}>
      <main className={classes.page}>
        <header className={classes.header}>
          <HomeLink />
          <h1 className={classes.title}>{t("portfolio.title")}</h1>
          <AppMenu />
        </header>
        {state === null && (
          <Center mih="40vh">
            <Loader aria-label={t("library.loading")} />
          </Center>
        )}
        {state === "problem" && (
          <Alert color="red" title={t("library.problem.heading")} role="alert">
            {t("library.problem.text")}
          </Alert>
        )}
        {state !== null && state !== "problem" && <Content state={state} part={part} />}
      </main>
      <NewMapDialog
        isOpen={isNewMapOpen}
        onCreate={(template, title) => void commands.create(template, title)}
        onClose={() => setIsNewMapOpen(false)}
      />
    </ActionRunner>
  );
}

interface ContentProps {
  readonly state: PortfolioState;
  readonly part: PortfolioPart | "report";
}

function Content({ state, part }: ContentProps) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const { changes, isChanging, change } = useMapChanges();
  const guard = useDoubleClickGuard();
  const data = useMemo(
    () => portfolioData(state.maps, today, i18n.language, t("library.nameless")),
    [state.maps, today, i18n.language, t],
  );
  if (state.maps.length + state.waiting + state.unread.length === 0)
    return <p className={classes.empty}>{t("portfolio.empty")}</p>;
  const countOf = (name: PortfolioPart) =>
    name === "contested" && data.contested.length > 0 ? ` (${data.contested.length})` : "";
  const View = part === "report" ? null : views[part];
  return (
    <>
      <div className={classes.bar}>
        <ViewLinks
          label={t("portfolio.parts")}
          links={portfolioParts.map((name) => ({
            href: name === "overview" ? "/portfolio" : `/portfolio/${name}`,
            text: `${t(`portfolio.part.${name}`)}${countOf(name)}`,
            isCurrent: part === name,
          }))}
        />
        <PortfolioExport
          data={data}
          today={today}
          part={part === "report" ? null : part}
          isComplete={state.waiting === 0}
          unread={state.unread.length}
        />
        <Button
          component={Link}
          href="/portfolio/report"
          variant="default"
          size="sm"
          leftSection={<Printer size="1rem" aria-hidden />}
          aria-current={part === "report" ? "page" : undefined}
        >
          {t("portfolio.report")}
        </Button>
      </div>
      <Reading state={state} />
      {/* Of no interest any more where one looks at something else. */}
      <ChangeResult key={part} changes={changes} data={data} />
      {View ? (
        <section
          className={classes.part}
          aria-label={t(`portfolio.part.${part as PortfolioPart}`)}
          {...guard}
        >
          {part === "overview" && <PortfolioFigures totals={data.totals} contested={data.contested.length} />}
          <View
            data={data}
            today={today}
            isChanging={isChanging}
            onChange={(...what) => void change(...what)}
          />
        </section>
      ) : (
        <PortfolioReport data={data} today={today} isComplete={state.waiting === 0} />
      )}
    </>
  );
}

/** What is not in the figures, or not yet. */
function Reading({ state: { waiting, unread } }: { readonly state: PortfolioState }) {
  const { t } = useTranslation();
  return (
    <>
      {waiting > 0 && (
        <Text size="sm" c="var(--dk-inkSoft)" className={classes.reading ?? ""}>
          {t("portfolio.reading", { count: waiting })}
        </Text>
      )}
      {unread.length > 0 && (
        <Text size="sm" className={classes.late ?? ""}>
          {t("portfolio.unread", { count: unread.length })}
        </Text>
      )}
    </>
  );
}
