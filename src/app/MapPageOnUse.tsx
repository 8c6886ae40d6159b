import { type ComponentProps, useEffect, useState } from "react";
import { PageLoader } from "#ui/shell/PageLoader.tsx";
import { loadedMapPage, loadMapPage } from "./load-map-page.ts";

type MapPageProps = ComponentProps<Awaited<ReturnType<typeof loadMapPage>>>;

/**
 * The page of a map, loaded when it is needed. React's own way to wait for it would keep what is there already from the
 * screen for a third of a second.
 */
export function MapPageOnUse(props: MapPageProps) {
  const [page, setPage] = useState(() => ({ Page: loadedMapPage(), problem: null as unknown }));
  const { Page, problem } = page;
  useEffect(() => {
    if (Page) return;
    let isGone = false;
    loadMapPage().then(
      (loaded) => isGone || setPage({ Page: loaded, problem: null }),
      (error: unknown) => isGone || setPage({ Page: null, problem: error }),
    );
    return () => {
      isGone = true;
    };
  }, [Page]);
  // The boundary around the pages has the words and the way out.
  if (problem) throw problem;
  return Page ? <Page {...props} /> : <PageLoader />;
}
