import { createStore } from "zustand/vanilla";
import { SERVICE_WORKER, trustedScriptUrl } from "#app-urls.ts";
import type { AppUpdate, UpdateState } from "#ui/shell/app-update.ts";
import { messages } from "./messages.ts";

/** How often a page that stays open looks for a newer version, in milliseconds. */
const LOOK_TIME = 60 * 60 * 1000;

interface UpdateTools {
  readonly container: ServiceWorkerContainer;
  /** Resolves when nothing waits to be saved. */
  whenAllSaved(): Promise<void>;
  reload(): void;
  /** The address of the script that runs in this page. */
  readonly script: string;
}

export interface StartableUpdate extends AppUpdate {
  /** Keeps the app for working offline, and looks for newer versions from now on. */
  start(): Promise<void>;
}

/** A newer version is fetched in the background and waits: nothing is reloaded before the user says so. */
export function createAppUpdate(tools: UpdateTools): StartableUpdate {
  const { container, whenAllSaved, reload } = tools;
  const store = createStore<{ state: UpdateState }>(() => ({ state: "none" }));
  let registration: ServiceWorkerRegistration | null = null;

  const isWanted = () => store.getState().state === "waitsForSaving";
  const offer = () => {
    if (!isWanted()) store.setState({ state: "ready" });
  };

  async function apply(): Promise<void> {
    store.setState({ state: "waitsForSaving" });
    await whenAllSaved();
    // Where another tab has let the new version in already, it only needs to be loaded.
    if (registration?.waiting) registration.waiting.postMessage(messages.activate);
    else reload();
  }

  function follow(worker: ServiceWorker | null): void {
    worker?.addEventListener("statechange", () => {
      // Without one at work it is the first version, which this page runs already.
      if (worker.state === "installed" && container.controller) offer();
    });
  }

  async function start(): Promise<void> {
    let hadController = container.controller !== null;
    container.addEventListener("controllerchange", async () => {
      if (!hadController) {
        hadController = true;
        return;
      }
      if (!isWanted()) return offer();
      // A change may have come in the meantime.
      await whenAllSaved();
      reload();
    });
    container.addEventListener("message", ({ data, ports }) => {
      if (data === messages.whichScript) ports[0]?.postMessage(tools.script);
    });
    registration = await container.register(trustedScriptUrl(SERVICE_WORKER), { updateViaCache: "none" });
    if (registration.waiting && container.controller) offer();
    follow(registration.installing);
    registration.addEventListener("updatefound", () => follow(registration?.installing ?? null));
    container.controller?.postMessage(messages.tidy);
    setInterval(() => void registration?.update().catch(() => {}), LOOK_TIME);
  }

  return { store, apply: () => void apply(), start };
}
