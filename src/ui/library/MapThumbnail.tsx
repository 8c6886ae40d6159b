import { useIntersection } from "@mantine/hooks";
import { useEffect, useState } from "react";
import type { JourneyMap } from "#model/journey-map.ts";
import { type MapSummary, useServices } from "../services.ts";
import { BlankPicture } from "./BlankPicture.tsx";
import { MapPicture } from "./MapPicture.tsx";

/** The picture of a kept map. The document is read only once the card comes near the visible part of the page. */
export function MapThumbnail({ map }: { readonly map: MapSummary }) {
  const { library } = useServices();
  const { ref, entry } = useIntersection({ rootMargin: "300px" });
  const [document, setDocument] = useState<JourneyMap | null>(null);
  const isNear = entry?.isIntersecting ?? false;
  const { id, updatedAt } = map;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the map shows in its time alone.
  useEffect(() => {
    if (!isNear) return;
    let isWanted = true;
    library
      .load(id)
      .then((loaded) => {
        if (isWanted) setDocument(loaded);
      })
      // A card without a picture is still a card; the page says it when the store cannot be read.
      .catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [library, id, updatedAt, isNear]);

  return <div ref={ref}>{map.nodeCount === 0 ? <BlankPicture /> : <MapPicture map={document} />}</div>;
}
