/** The canvas is the larger half of the product and not needed for the first page. */
export async function loadMapPage() {
  const { MapPage } = await import("#ui/map/MapPage.tsx");
  return { default: MapPage };
}
