import { Redirect, Route, Router, Switch, useLocation } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { ActionsProvider } from "#ui/action.ts";
import { Importer } from "#ui/exchange/Importer.tsx";
import { LibraryPage } from "#ui/library/LibraryPage.tsx";
import { useServices } from "#ui/services.ts";
import { ErrorBoundary } from "#ui/shell/ErrorBoundary.tsx";
import { FirstPictureProvider } from "#ui/shell/first-picture.ts";
import { NewerStorePage } from "#ui/shell/NewerStorePage.tsx";
import { StoreNotices } from "#ui/shell/StoreNotices.tsx";
import { actions } from "./actions/actions.ts";
import { MapPageOnUse } from "./MapPageOnUse.tsx";
import { PortfolioPageOnUse } from "./PortfolioPageOnUse.tsx";
import { Themed } from "./Themed.tsx";

/** `onShown`: called when what one came for is on the page. */
export function App({ onShown }: { onShown(): void }) {
  const { isStoreNewer, settings } = useServices();
  return (
    <Router hook={useHashLocation}>
      <Themed settings={settings}>
        <ActionsProvider value={actions}>
          <Importer>
            {/* Before the page, which begins below it. */}
            <StoreNotices />
            <FirstPictureProvider value={onShown}>
              {isStoreNewer ? <NewerStorePage /> : <Pages />}
            </FirstPictureProvider>
          </Importer>
        </ActionsProvider>
      </Themed>
    </Router>
  );
}

const views = ["map", "outline", "table", "audit", "plan", "report", "history"] as const;

function Pages() {
  const [location] = useLocation();
  return (
    <ErrorBoundary location={location}>
      <Switch>
        <Route path="/">
          <LibraryPage />
        </Route>
        <Route path="/portfolio/*?">{({ "*": view }) => <PortfolioPageOnUse view={view ?? ""} />}</Route>
        {/* One route for all views: the map stays open, with its history, when another one is looked at. */}
        <Route path="/map/:mapId/*?">
          {({ mapId, "*": rest }) => <MapRoute mapId={mapId} viewName={rest?.split("/")[0] || "map"} />}
        </Route>
        <Route>
          <Redirect to="/" replace />
        </Route>
      </Switch>
    </ErrorBoundary>
  );
}

function MapRoute({ mapId, viewName }: { readonly mapId: string; readonly viewName: string }) {
  const view = views.find((name) => name === viewName);
  return view ? <MapPageOnUse key={mapId} mapId={mapId} view={view} /> : <Redirect to="/" replace />;
}
