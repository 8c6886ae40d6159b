/** One map in one of its views. */
export function MapPage({ mapId, view }: { readonly mapId: string; readonly view: "map" | "outline" | "audit" }) {
  return (
    <main>
      {mapId} {view}
    </main>
  );
}
