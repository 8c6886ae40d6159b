import { MantineProvider } from "@mantine/core";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import { lazy, type ReactNode, Suspense, useLayoutEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Redirect, Route, Router, Switch, useLocation } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { useStore } from "zustand";
import { ActionsProvider } from "#ui/action.ts";
import { Importer } from "#ui/exchange/Importer.tsx";
import { LibraryPage } from "#ui/library/LibraryPage.tsx";
import { useServices } from "#ui/services.ts";
import { ErrorBoundary } from "#ui/shell/ErrorBoundary.tsx";
import { NewerStorePage } from "#ui/shell/NewerStorePage.tsx";
import { PageLoader } from "#ui/shell/PageLoader.tsx";
import { StoreNotices } from "#ui/shell/StoreNotices.tsx";
import { actions } from "./actions/actions.ts";
import { ThemeVariables } from "./ThemeVariables.tsx";
import { colorSchemeOf, cssVariables, mantineTheme } from "./theme.ts";

// The canvas is the larger half of the product and not needed for the first page.
const MapPage = lazy(async () => ({ default: (await import("#ui/map/MapPage.tsx")).MapPage }));

export function App() {
  const { isStoreNewer } = useServices();
  return (
    <Router hook={useHashLocation}>
      <Themed>
        <ActionsProvider value={actions}>
          <Importer>
            {isStoreNewer ? <NewerStorePage /> : <Pages />}
            <StoreNotices />
          </Importer>
        </ActionsProvider>
      </Themed>
    </Router>
  );
}

function Themed({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const theme = useStore(useServices().settings, (state) => state.theme);
  const closeText = t("shell.close");
  const mantine = useMemo(() => mantineTheme({ close: closeText }), [closeText]);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return (
    <MantineProvider
      theme={mantine}
      forceColorScheme={colorSchemeOf(theme)}
      // What it would write as HTML is forbidden by the security policy of the page.
      withCssVariables={false}
      withGlobalClasses={false}
      deduplicateInlineStyles
    >
      <ThemeVariables resolver={cssVariables[theme]} />
      <ModalsProvider labels={{ confirm: t("shell.confirm"), cancel: t("common.cancel") }}>
        <Notifications position="bottom-center" limit={3} />
        {children}
      </ModalsProvider>
    </MantineProvider>
  );
}

const views = ["map", "outline", "audit", "history"] as const;

function Pages() {
  const [location] = useLocation();
  return (
    <ErrorBoundary location={location}>
      <Suspense fallback={<PageLoader />}>
        <Switch>
          <Route path="/">
            <LibraryPage />
          </Route>
          {/* One route for all views: the map stays open, with its history, when another one is looked at. */}
          <Route path="/map/:mapId/:view?">
            {({ mapId, view = "map" }) => <MapRoute mapId={mapId} viewName={view} />}
          </Route>
          <Route>
            <Redirect to="/" replace />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}

function MapRoute({ mapId, viewName }: { readonly mapId: string; readonly viewName: string }) {
  const view = views.find((name) => name === viewName);
  return view ? <MapPage key={mapId} mapId={mapId} view={view} /> : <Redirect to="/" replace />;
}
