// Before the app, small enough to run while that is still on its way.
import "./first-inspection.ts";
import { prepareMirrorWorker } from "#storage/mirror/start-mirror-worker.ts";
import { loadMapPage } from "./load-map-page.ts";

void import("./main.tsx");
// What the opening of a map needs comes beside it.
if (location.hash.startsWith("#/map/")) {
  void loadMapPage();
  if (navigator.locks) prepareMirrorWorker();
}
