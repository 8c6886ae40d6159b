import { MantineProvider } from "@mantine/core";
import { Notifications, notifications } from "@mantine/notifications";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import { Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import { changeLanguage, createTexts } from "#i18n/i18n.ts";
import { type Services, ServicesProvider } from "#ui/services.ts";
import { fakeServices } from "./fake-services.ts";

/** A part of the interface with everything around it that it gets in the product. */
export async function renderWithServices(children: ReactNode, services: Services = fakeServices()) {
  const i18n = createTexts();
  await changeLanguage(i18n, services.settings.getState().language);
  const { hook, history } = memoryLocation({ path: "/", record: true });
  const user = userEvent.setup();
  // The messages are kept outside of React: those of the test before are still there.
  notifications.clean();
  render(
    <I18nextProvider i18n={i18n}>
      <MantineProvider env="test">
        <ServicesProvider value={services}>
          <Router hook={hook}>
            <Notifications />
            {children}
          </Router>
        </ServicesProvider>
      </MantineProvider>
    </I18nextProvider>,
  );
  return { services, user, i18n, path: () => history.at(-1) };
}
