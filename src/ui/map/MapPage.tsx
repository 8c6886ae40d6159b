import { useEffect, useState } from "react";
import { type OpenMap, useServices } from "../services.ts";
import { NotFoundPage } from "../shell/NotFoundPage.tsx";
import { PageLoader } from "../shell/PageLoader.tsx";
import { MapWorkspace } from "./MapWorkspace.tsx";
import { OpenMapProvider } from "./open-map.ts";

export type MapView = "map" | "outline" | "table" | "audit" | "plan" | "report" | "history";

interface MapPageProps {
  readonly mapId: string;
  readonly view: MapView;
}

/** Opens a map of the library and shows it in one of its views. */
export function MapPage({ mapId, view }: MapPageProps) {
  const { openMap } = useServices();
  const [opened, setOpened] = useState<OpenMap | null | "loading">("loading");
  const [failure, setFailure] = useState<unknown>(null);

  useEffect(() => {
    let isGone = false;
    let mine: OpenMap | null = null;
    openMap(mapId).then(
      (result) => {
        mine = result;
        if (isGone) void result?.close();
        else setOpened(result);
      },
      (error: unknown) => setFailure(error),
    );
    return () => {
      isGone = true;
      void mine?.close();
    };
  }, [openMap, mapId]);

  // The boundary around the pages has the words and the way out.
  if (failure) throw failure;
  if (opened === "loading") return <PageLoader />;
  if (opened === null) return <NotFoundPage />;
  return (
    <OpenMapProvider value={opened}>
      <MapWorkspace view={view} />
    </OpenMapProvider>
  );
}
