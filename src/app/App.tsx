import { lazy, Suspense, useEffect } from "react";
import { Redirect, Route, Router, Switch, useLocation } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { ActionsProvider } from "#ui/action.ts";
import { Importer } from "#ui/exchange/Importer.tsx";
import { LibraryPage } from "#ui/library/LibraryPage.tsx";
import { useServices } from "#ui/services.ts";
import { ErrorBoundary } from "#ui/shell/ErrorBoundary.tsx";
import { NewerStorePage } from "#ui/shell/NewerStorePage.tsx";
import { PageLoader } from "#ui/shell/PageLoader.tsx";
import { StoreNotices } from "#ui/shell/StoreNotices.tsx";
import { actions } from "./actions/actions.ts";
import { loadMapPage } from "./load-map-page.ts";
import { Themed } from "./Themed.tsx";

const MapPage = lazy(loadMapPage);

/** `onShown`: called when the first of it is on the page. */
export function App({ onShown }: { onShown(): void }) {
  const { isStoreNewer, settings } = useServices();
  useEffect(onShown, [onShown]);
  return (
    <Router hook={useHashLocation}>
      <Themed settings={settings}>
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
