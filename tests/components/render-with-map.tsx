import { MantineProvider } from "@mantine/core";
import { Notifications, notifications } from "@mantine/notifications";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import { createStore } from "zustand/vanilla";
import { createEditor, type Editor } from "#editor/editor.ts";
import { changeLanguage, createTexts } from "#i18n/i18n.ts";
import type { LanguageCode } from "#i18n/languages.ts";
import type { KnownFindings } from "#model/audit/gone-findings.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { OpenMapProvider } from "#ui/map/open-map.ts";
import { type OpenMap, type Services, ServicesProvider } from "#ui/services.ts";
import { fakeFindings } from "./fake-known-findings.ts";
import { type FakeVersion, fakeVersions } from "./fake-versions.ts";

export interface RenderOptions {
  readonly select?: readonly Id[];
  readonly selectConnections?: readonly Id[];
  readonly language?: LanguageCode;
  /** Where it says no, nothing can be changed. */
  readonly mayEdit?: () => boolean;
  /** Those of another rendering, which the page comes back to. */
  readonly services?: Services;
  /** Of the map, the oldest first. */
  readonly versions?: readonly FakeVersion[];
  /** Of the findings of the map from earlier sessions. */
  readonly known?: KnownFindings;
}

/** A part of the map page over an editor of the given map. */
export async function renderWithMap(map: JourneyMap, children: ReactNode, options: RenderOptions = {}) {
  const {
    select = [],
    selectConnections = [],
    language = "en",
    versions = [],
    known,
    mayEdit = () => true,
    services = fakeServices(versions, known),
  } = options;
  const i18n = createTexts();
  await changeLanguage(i18n, language);
  const editor = createEditor(map, { now: () => "2026-02-01T00:00:00.000Z", mayEdit });
  editor.select({ nodeIds: select, connectionIds: selectConnections });
  const user = userEvent.setup();
  // The messages are kept outside of React: those of the test before are still there.
  notifications.clean();
  const { unmount } = render(
    <I18nextProvider i18n={i18n}>
      <MantineProvider env="test">
        <Notifications />
        <ServicesProvider value={services}>
          <OpenMapProvider value={openMapOf(editor)}>{children}</OpenMapProvider>
        </ServicesProvider>
      </MantineProvider>
    </I18nextProvider>,
  );
  return {
    editor,
    services,
    user,
    unmount,
    mapNow: () => editor.store.getState().map,
    steps: () => editor.store.getState().past.length,
  };
}

function openMapOf(editor: Editor): OpenMap {
  // What a panel beside the canvas does not ask for is left out.
  return { editor, saving: createStore(() => ({ state: "saved" })) } as unknown as OpenMap;
}

function fakeServices(kept: readonly FakeVersion[], known?: KnownFindings): Services {
  let count = 0;
  const newId = () => {
    count += 1;
    return `new${count}`;
  };
  // The day for which the findings of the sample were written down.
  const now = () => "2026-10-15T12:00:00.000Z";
  const versions = fakeVersions({ versions: kept }, now);
  return { newId, versions, findings: fakeFindings(known), now } as unknown as Services;
}
