import { act, screen } from "@testing-library/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { describe, expect, test } from "vitest";
import { createStore } from "zustand/vanilla";
import { actions } from "#app/actions/actions.ts";
import { createRefusals } from "#app/refusals.ts";
import { createEditor } from "#editor/editor.ts";
import type { LanguageCode } from "#i18n/languages.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { MOST_NODES } from "#model/limits.ts";
import { emptyMap, newNode } from "#model/new-objects.ts";
import type { ActionContext } from "#ui/action.ts";
import { LONGEST_PASTE } from "#ui/capture.ts";
import { copySelection, duplicateSelection, pasteData } from "#ui/map/clipboard.ts";
import { OpenMapProvider } from "#ui/map/open-map.ts";
import { useRefusals } from "#ui/map/use-refusals.ts";
import type { OpenMap } from "#ui/services.ts";
import { fakeServices, NOW } from "./fake-services.ts";
import { renderWithServices } from "./render-with-services.tsx";

const PLAIN = "text/plain";
const CLIP = "application/x-dreiklang-map";

/** A clipboard. jsdom has none. */
function clipboard(texts: Readonly<Record<string, string>> = {}): DataTransfer {
  const kept = new Map(Object.entries(texts));
  return {
    getData: (type: string) => kept.get(type) ?? "",
    setData: (type: string, text: string) => kept.set(type, text),
  } as unknown as DataTransfer;
}

function notes(count: number): JourneyMap {
  const nodes = Array.from({ length: count }, (_, index) =>
    newNode("note", `n${index}`, { x: 0, y: 0 }, { title: `Note ${index}` }),
  );
  return { ...emptyMap("map1", "Large", NOW), nodes: Object.fromEntries(nodes.map((one) => [one.id, one])) };
}

/** What it says is an alert. */
function Page({ onContext }: { onContext(context: Pick<ActionContext, "announce" | "t">): void }) {
  const { t } = useTranslation();
  const [said, announce] = useState("");
  useRefusals(announce);
  onContext({ announce, t: t as ActionContext["t"] });
  return <p role="alert">{said}</p>;
}

/** A map page without the canvas. */
async function open(map: JourneyMap, language: LanguageCode = "en", mayEdit = true) {
  const services = fakeServices({ settings: { language } });
  const refusals = createRefusals();
  const editor = createEditor(map, { now: () => NOW, onRefused: refusals.add, mayEdit: () => mayEdit });
  // What a page without a canvas does not ask for is left out.
  const saving = createStore(() => ({ state: "viewOnly", reason: "otherWindow" }));
  const openMap = { editor, saving, refused: refusals.store } as unknown as OpenMap;
  let context: ActionContext | null = null;
  await renderWithServices(
    <OpenMapProvider value={openMap}>
      <Page
        onContext={(page) => {
          // What a page without a canvas does not ask for is left out.
          context = { ...page, services, openMap, canvas: null } as unknown as ActionContext;
        }}
      />
    </OpenMapProvider>,
    services,
  );
  return {
    editor,
    count: () => Object.keys(editor.store.getState().map.nodes).length,
    run: (work: (page: ActionContext) => void) => act(() => context && work(context)),
    alert: () => screen.getByRole("alert"),
  };
}

describe("F68 what would make a map too large is refused with a sentence", () => {
  test("lines of text, nodes of another map, copies", async () => {
    const { editor, count, run, alert } = await open(notes(MOST_NODES - 1));
    const before = editor.store.getState().map;
    const full = "A map can hold at most 5,000 nodes: nothing was added. Split it into two maps.";
    await run((page) => pasteData(page, clipboard({ [PLAIN]: "One\nTwo" })));
    expect(alert()).toHaveTextContent(full);
    const data = clipboard();
    editor.select({ nodeIds: ["n1", "n2"] });
    await run((page) => copySelection(page, data));
    expect(alert()).toHaveTextContent("2 notes");
    await run((page) => pasteData(page, data));
    expect(alert()).toHaveTextContent(full);
    await run((page) => page.announce(""));
    await run(duplicateSelection);
    expect(alert()).toHaveTextContent(full);
    expect(editor.store.getState().map).toBe(before);
    editor.select({ nodeIds: ["n1"] });
    await run(duplicateSelection);
    expect(count()).toBe(MOST_NODES);
  });
});

describe("F69 a clipboard of many megabytes is not looked into", () => {
  test.each([
    ["en", "This is too much to paste"],
    ["de", "Das ist zu viel zum Einfügen"],
  ] as const)("and it is said: %s", async (language, says) => {
    const { count, run, alert } = await open(notes(1), language);
    await run((page) => pasteData(page, clipboard({ [PLAIN]: "line\n".repeat(10_000_000) })));
    expect(alert()).toHaveTextContent(says);
    await run((page) => page.announce(""));
    await run((page) =>
      pasteData(page, clipboard({ [CLIP]: `{"x": "${" ".repeat(50_000_000)}"}`, [PLAIN]: "Line" })),
    );
    expect(alert()).toHaveTextContent(says);
    expect(count()).toBe(1);
    await run((page) => pasteData(page, clipboard({ [PLAIN]: "x".repeat(LONGEST_PASTE) })));
    expect(count()).toBeGreaterThan(1);
  });
});

describe("F40 what cannot be changed in this window is not announced as if it had been", () => {
  test.each(["remove", "owner-sales", "tidy-up", "add-stage"])("%s", async (id) => {
    const { editor, run, alert } = await open(notes(3), "en", false);
    const before = editor.store.getState().map;
    editor.select({ nodeIds: ["n1"] });
    await run((page) => void actions.find((action) => action.id === id)?.perform(page));
    expect(alert()).toHaveTextContent("This map is being edited in another window.");
    expect(editor.store.getState().map).toBe(before);
  });

  test("and what can be is", async () => {
    const { editor, run, alert, count } = await open(notes(3));
    editor.select({ nodeIds: ["n1"] });
    await run((page) => void actions.find(({ id }) => id === "remove")?.perform(page));
    expect(alert()).toHaveTextContent("remove “Note 1”");
    expect(count()).toBe(2);
  });
});
