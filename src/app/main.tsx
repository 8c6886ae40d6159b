// In a layer of their own, so that our styles win however the files are bundled.
import "@mantine/core/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import "@mantine/spotlight/styles.layer.css";
import "@fontsource-variable/inter/wght.css";
import "./global.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { changeLanguage, createTexts } from "#i18n/i18n.ts";
import { ServicesProvider } from "#ui/services.ts";
import { AppUpdateProvider } from "#ui/shell/app-update.ts";
import { App } from "./App.tsx";
import { startOffline } from "./offline/start-offline.ts";
import { startServices } from "./services.ts";

const i18n = createTexts();
const services = await startServices();
const { settings } = services;
await changeLanguage(i18n, settings.getState().language);
settings.subscribe(({ language }, before) => {
  if (language !== before.language) void changeLanguage(i18n, language);
});

const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root");
createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={i18n}>
      <ServicesProvider value={services}>
        <AppUpdateProvider value={startOffline()}>
          <App />
        </AppUpdateProvider>
      </ServicesProvider>
    </I18nextProvider>
  </StrictMode>,
);
