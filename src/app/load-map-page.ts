type MapPageModule = typeof import("#ui/map/MapPage.tsx");

let loaded: MapPageModule | null = null;

/** The page of a map, when it is there already. */
export const loadedMapPage = () => loaded?.MapPage ?? null;

/** The canvas is the larger half of the product and not needed for the first page. */
export async function loadMapPage(): Promise<MapPageModule["MapPage"]> {
  loaded = await import("#ui/map/MapPage.tsx");
  return loaded.MapPage;
}
