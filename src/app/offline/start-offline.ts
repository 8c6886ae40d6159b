import { whenAllSaved } from "../unload-guard.ts";
import { createAppUpdate, type StartableUpdate } from "./create-app-update.ts";

/** How long the page is left alone after its first picture, in milliseconds. */
const SETTLE_TIME = 3000;

/** Keeps the built app for working offline; null in development and where the browser cannot. */
export function startOffline(): StartableUpdate | null {
  if (import.meta.env.DEV || !("serviceWorker" in navigator)) return null;
  const update = createAppUpdate({
    container: navigator.serviceWorker,
    whenAllSaved,
    reload: () => location.reload(),
    script: import.meta.url,
  });
  void startWhenSettled(update);
  return update;
}

async function startWhenSettled(update: StartableUpdate): Promise<void> {
  if (document.readyState !== "complete") {
    await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  }
  await new Promise((resolve) => setTimeout(resolve, SETTLE_TIME));
  try {
    await update.start();
  } catch (error) {
    // Private windows and policies refuse it: the app works all the same, as long as there is a network.
    console.info("Dreiklang is not kept for working offline:", error);
  }
}
