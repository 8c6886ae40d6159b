// In a layer of their own, so that our styles win however the files are bundled.
import "@mantine/core/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import "@mantine/spotlight/styles.layer.css";
import "@fontsource-variable/inter/wght.css";
import "./global.css";
import { setAutoFreeze } from "immer";
import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { changeLanguage, createTexts } from "#i18n/i18n.ts";
import { ServicesProvider } from "#ui/services.ts";
import { AppUpdateProvider } from "#ui/shell/app-update.ts";
import { BlockedStorePage } from "#ui/shell/BlockedStorePage.tsx";
import { App } from "./App.tsx";
import { startOffline } from "./offline/start-offline.ts";
import { createEarlyServices, startServices } from "./services.ts";
import { Themed } from "./Themed.tsx";

// Frozen documents show who changes one in passing; in a finished app it only costs time, at each key of a large map.
if (import.meta.env.PROD) setAutoFreeze(false);

const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root");
const reactRoot = createRoot(root);
const i18n = createTexts();
const early = createEarlyServices();
const { settings, notices } = early;
const texts = changeLanguage(i18n, settings.getState().language);

function show(page: ReactNode): void {
  reactRoot.render(
    <StrictMode>
      <I18nextProvider i18n={i18n}>{page}</I18nextProvider>
    </StrictMode>,
  );
}

// Another window can keep the store for as long as it likes; nobody sits before an empty page meanwhile.
let isStarted = false;
notices.subscribe(async ({ list }) => {
  await texts;
  if (isStarted || !list.some(({ kind }) => kind === "blocked")) return;
  show(
    <Themed settings={settings}>
      <BlockedStorePage />
    </Themed>,
  );
});
let tellShown = () => {};
const shown = new Promise<void>((resolve) => {
  tellShown = resolve;
});
const services = await startServices(early, shown);
await texts;
isStarted = true;
settings.subscribe(({ language }, before) => {
  if (language !== before.language) void changeLanguage(i18n, language);
});
show(
  <ServicesProvider value={services}>
    <AppUpdateProvider value={startOffline()}>
      <App onShown={tellShown} />
    </AppUpdateProvider>
  </ServicesProvider>,
);
