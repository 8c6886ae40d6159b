import { lazy, Suspense } from "react";
import { PageLoader } from "#ui/shell/PageLoader.tsx";

const PortfolioPage = lazy(async () => ({
  default: (await import("#ui/portfolio/PortfolioPage.tsx")).PortfolioPage,
}));

/** The page of all maps together, loaded when it is needed. */
export function PortfolioPageOnUse({ view }: { readonly view: string }) {
  return (
    <Suspense fallback={<PageLoader />}>
      <PortfolioPage view={view} />
    </Suspense>
  );
}
