import { act, screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type StoreApi, useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { LanguageCode } from "#i18n/languages.ts";
import type { Id, Owner } from "#model/journey-map.ts";
import { Importer } from "#ui/exchange/Importer.tsx";
import { mapChanges } from "#ui/portfolio/map-changes.ts";
import { PortfolioPage } from "#ui/portfolio/PortfolioPage.tsx";
import { aMap } from "../unit/builders.ts";
import { fakeServices } from "./fake-services.ts";
import { renderWithServices } from "./render-with-services.tsx";

/** Two maps that hold the same touchpoint, of two owners. */
const aMapOf = (id: Id, owner: Owner) =>
  aMap()
    .withJourney()
    .withTouchpoint({ title: "Hotline", owner })
    .with({ id, title: `Map ${id}` })
    .build();
const maps = [aMapOf("one", "sales"), aMapOf("two", "it")];

beforeEach(() => mapChanges.setState(null, true));

/** `view`: null while one is elsewhere. */
function Place({ shown }: { readonly shown: StoreApi<string | null> }) {
  const view = useStore(shown);
  return view === null ? <p>Elsewhere</p> : <PortfolioPage view={view} />;
}

/** The page, which can be left and come back to; each map opens when the test lets it. */
async function renderPage(lacking: readonly Id[] = [], view = "contested", language: LanguageCode = "en") {
  const services = fakeServices({ maps, settings: { language } });
  const waiting: (() => void)[] = [];
  const openMap = vi.fn(async (id: Id) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return lacking.includes(id) ? null : services.openMap(id);
  });
  const shown = createStore<string | null>(() => view);
  const page = (
    <Importer>
      <Place shown={shown} />
    </Importer>
  );
  const { user } = await renderWithServices(page, { ...services, openMap });
  const letOpen = () => act(async () => waiting.shift()?.());
  return {
    user,
    openMap,
    /** The next map opens, is changed and closed. */
    async next() {
      await waitFor(() => expect(waiting).toHaveLength(1));
      await letOpen();
    },
    leave: () => act(() => shown.setState(null, true)),
    comeBack: () => act(() => shown.setState(view, true)),
    goTo: (part: string) => act(() => shown.setState(part, true)),
  };
}

const decide = (owner: string) => screen.getByRole("button", { name: `Hotline: ${owner} in all maps` });
const result = () => screen.getByText(/Marketing/u, { selector: "[role=status] strong" }).parentElement;

/** The maps that would change are shown before. */
async function decideFor(user: UserEvent, owner: string): Promise<void> {
  await user.click(decide(owner));
  const dialog = await screen.findByRole("dialog", { name: `Hotline: ${owner} in all maps` });
  await user.click(within(dialog).getByRole("button", { name: /^Change \d maps?$/ }));
}

describe("the figures", () => {
  it("count what is contested among the findings", async () => {
    await renderPage([], "overview");
    const tile = (name: string) => screen.getByText(name, { selector: "dt" }).parentElement;
    expect(tile("Contested touchpoints among them")).toHaveTextContent(/1$/);
    const inMaps = screen
      .getAllByRole("link", { name: /^\d+ findings?$/ })
      .reduce((sum, { textContent }) => sum + Number.parseInt(textContent ?? "", 10), 0);
    expect(tile("Findings")).toHaveTextContent(`Findings${inMaps + 1}`);
  });

  it("of each map say once what they count", async () => {
    await renderPage([], "overview");
    expect(screen.getAllByText(/how many of its nodes have an owner/)).toHaveLength(1);
    const [cell] = within(screen.getByRole("row", { name: /^Map one/ })).getAllByRole("cell");
    expect(cell).toHaveTextContent(/^1 of 2$/);
    expect(
      within(cell as HTMLElement).getByRole("progressbar", { name: "1 of 2 nodes have an owner" }),
    ).toHaveAttribute("aria-valuenow", "50");
  });

  it("of people name what nobody answers for", async () => {
    await renderPage([], "people");
    const row = screen.getByRole("row", { name: /Nobody/ });
    expect(
      within(row)
        .getAllByRole("cell")
        .slice(0, 4)
        .map(({ textContent }) => textContent),
    ).toEqual(["2", "2", "0", "0"]);
    expect(within(row).getByRole("link", { name: "Customer Touchpoint Manager missing" })).toBeVisible();
  });
});

describe("a joint decision", () => {
  it.each([
    ["Marketing", "In 2 Maps wird das Marketing"],
    ["Vertrieb", "In 1 Map wird der Vertrieb"],
    ["IT", "In 1 Map wird die IT"],
  ])("for %s is said with the article of German", async (owner, words) => {
    const { user } = await renderPage([], "contested", "de");
    await user.click(screen.getByRole("button", { name: `Hotline: ${owner} in allen Maps` }));
    expect(await screen.findByRole("dialog")).toHaveTextContent(`${words} für „Hotline“ verantwortlich:`);
  });

  it("names the owner, and changes nothing before it is said which maps it changes", async () => {
    const { user, next, openMap } = await renderPage();
    expect(decide("Sales")).toHaveTextContent("Sales in all maps");
    await user.click(decide("Sales"));
    const dialog = await screen.findByRole("dialog", { name: "Hotline: Sales in all maps" });
    expect(dialog).toHaveTextContent("1 map gets Sales as the owner of “Hotline”:");
    expect(within(dialog).getByRole("listitem")).toHaveTextContent(/^Map two.*IT.*Sales$/);
    expect(dialog).toHaveTextContent("1 map says so already.");
    await user.click(within(dialog).getAllByRole("button", { name: "Cancel" }).at(-1) as HTMLElement);
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(openMap).not.toHaveBeenCalled();
    expect(decide("Sales")).toHaveFocus();
    await decideFor(user, "Sales");
    await next();
    await next();
    // Where it can be undone.
    const changed = await screen.findByText(
      /1 map was changed\. It can be undone there\. 1 map said so already\./,
    );
    expect(within(changed).getByRole("link", { name: "Map two" })).toHaveAttribute("href", "/map/two");
    expect(within(changed).queryByRole("link", { name: "Map one" })).toBeNull();
  });
});

describe("a change of many maps", () => {
  it("claims nothing before it is done", async () => {
    const { user, next } = await renderPage();
    await decideFor(user, "Marketing");
    expect(result()).toHaveTextContent("Marketing for “Hotline”: 0 of 2 maps are done …");
    expect(result()).toHaveFocus();
    await next();
    expect(result()).toHaveTextContent("Marketing for “Hotline”: 1 of 2 maps are done …");
    await next();
    await waitFor(() => expect(result()).toHaveTextContent("Hotline: Marketing in all maps."));
    expect(result()).toHaveTextContent("2 maps were changed.");
  });

  it("claims nothing that did not come about in one of them", async () => {
    const { user, next } = await renderPage(["two"]);
    await decideFor(user, "Marketing");
    await next();
    await next();
    await waitFor(() => expect(result()).toHaveTextContent("1 map was not changed:"));
    expect(result()).toHaveTextContent("Marketing for “Hotline”: 1 map was changed.");
    expect(result()).not.toHaveTextContent("in all maps");
    expect(within(result() as HTMLElement).getByText(/^Map two: it no longer exists/)).toBeVisible();
  });

  it("goes on while its page is left, and lets no second one begin beside it", async () => {
    const { user, next, leave, comeBack, openMap } = await renderPage();
    await decideFor(user, "Marketing");
    await next();
    leave();
    expect(screen.getByText("Elsewhere")).toBeVisible();
    comeBack();
    expect(result()).toHaveTextContent("1 of 2 maps are done …");
    expect(result()).not.toHaveFocus();
    for (const owner of ["Marketing", "Sales", "IT"]) expect(decide(owner)).toBeDisabled();
    await next();
    await waitFor(() => expect(result()).toHaveTextContent("2 maps were changed."));
    expect(decide("Sales")).toBeEnabled();
    expect(openMap.mock.calls).toEqual([["one"], ["two"]]);
  });

  it("tells what has become of it to whoever was elsewhere when it ended, once", async () => {
    const { user, next, leave, comeBack } = await renderPage(["one"]);
    await decideFor(user, "Marketing");
    leave();
    await next();
    await next();
    comeBack();
    expect(result()).toHaveTextContent("1 map was not changed:");
    leave();
    comeBack();
    expect(screen.queryByText(/Marketing/u, { selector: "[role=status] strong" })).toBeNull();
  });
});

describe("what has become of a change", () => {
  it("is told in the part where it was made, and while it is under way in the others", async () => {
    const { user, next, goTo } = await renderPage();
    await decideFor(user, "Marketing");
    await next();
    goTo("people");
    expect(result()).toHaveTextContent("1 of 2 maps are done …");
    await next();
    await waitFor(() => expect(result()).toHaveTextContent("2 maps were changed."));
    goTo("measures");
    expect(screen.queryByText(/Marketing/u, { selector: "[role=status] strong" })).toBeNull();
  });
});

describe("the findings by rule", () => {
  it("lead to those findings of a map", async () => {
    await renderWithServices(
      <Importer>
        <PortfolioPage view="rules" />
      </Importer>,
      fakeServices({ maps }),
    );
    const heading = await screen.findByRole("heading", { name: /^Customer Touchpoint Manager missing/u });
    const link = within(heading.parentElement as HTMLElement).getByRole("link", { name: "Map one" });
    expect(link).toHaveAttribute("href", "/map/one/audit/no-manager");
  });
});
