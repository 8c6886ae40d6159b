import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type StoreApi, useStore } from "zustand";
import { createStore } from "zustand/vanilla";
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

function Place({ isThere }: { readonly isThere: StoreApi<boolean> }) {
  return useStore(isThere) ? <PortfolioPage view="contested" /> : <p>Elsewhere</p>;
}

/** The page, which can be left and come back to; each map opens when the test lets it. */
async function renderPage(lacking: readonly Id[] = []) {
  const services = fakeServices({ maps });
  const waiting: (() => void)[] = [];
  const openMap = vi.fn(async (id: Id) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return lacking.includes(id) ? null : services.openMap(id);
  });
  const isThere = createStore(() => true);
  const page = (
    <Importer>
      <Place isThere={isThere} />
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
    leave: () => act(() => isThere.setState(false, true)),
    comeBack: () => act(() => isThere.setState(true, true)),
  };
}

const decide = (owner: string) => screen.getByRole("button", { name: `Hotline: ${owner} in all maps` });
const result = () => screen.getByText(/Marketing/u, { selector: "[role=status] strong" }).parentElement;

describe("a change of many maps", () => {
  it("claims nothing before it is done", async () => {
    const { user, next } = await renderPage();
    await user.click(decide("Marketing"));
    expect(result()).toHaveTextContent("Marketing for “Hotline”: 0 of 2 maps are done …");
    expect(result()).toHaveFocus();
    await next();
    expect(result()).toHaveTextContent("Marketing for “Hotline”: 1 of 2 maps are done …");
    await next();
    await waitFor(() => expect(result()).toHaveTextContent("Hotline: Marketing in all maps."));
    expect(result()).toHaveTextContent("2 maps now follow the decision.");
  });

  it("claims nothing that did not come about in one of them", async () => {
    const { user, next } = await renderPage(["two"]);
    await user.click(decide("Marketing"));
    await next();
    await next();
    await waitFor(() => expect(result()).toHaveTextContent("1 map was not changed:"));
    expect(result()).toHaveTextContent("Marketing for “Hotline”: 1 map now follows the decision.");
    expect(result()).not.toHaveTextContent("in all maps");
    expect(within(result() as HTMLElement).getByRole("listitem")).toHaveTextContent("Map two");
  });

  it("goes on while its page is left, and lets no second one begin beside it", async () => {
    const { user, next, leave, comeBack, openMap } = await renderPage();
    await user.click(decide("Marketing"));
    await next();
    leave();
    expect(screen.getByText("Elsewhere")).toBeVisible();
    comeBack();
    expect(result()).toHaveTextContent("1 of 2 maps are done …");
    expect(result()).not.toHaveFocus();
    for (const owner of ["Marketing", "Sales", "IT"]) expect(decide(owner)).toBeDisabled();
    await next();
    await waitFor(() => expect(result()).toHaveTextContent("2 maps now follow the decision."));
    expect(decide("Sales")).toBeEnabled();
    expect(openMap.mock.calls).toEqual([["one"], ["two"]]);
  });

  it("tells what has become of it to whoever was elsewhere when it ended, once", async () => {
    const { user, next, leave, comeBack } = await renderPage(["one"]);
    await user.click(decide("Marketing"));
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
