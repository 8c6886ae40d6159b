import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { figuresOf } from "#model/portfolio/figures.ts";
import { Importer } from "#ui/exchange/Importer.tsx";
import { PortfolioPage } from "#ui/portfolio/PortfolioPage.tsx";
import type { PortfolioState } from "#ui/services.ts";
import { aMap } from "../unit/builders.ts";
import { fakeServices } from "./fake-services.ts";
import { renderWithServices } from "./render-with-services.tsx";

const aMapOf = (id: Id, title: string): JourneyMap =>
  aMap()
    .withPerson({ id: "anna", name: "Anna Brandt" })
    .withJourney()
    .withTouchpoint({ title, owner: "sales", managerId: "anna" })
    .with({ id, title: `Map ${id}` })
    .build();

/** The report over maps whose figures are told, and which are read, as the test says. */
async function renderReport(
  readMap: (id: Id) => Promise<JourneyMap | null>,
  state: Partial<PortfolioState> = {},
) {
  const services = fakeServices();
  let tell: (next: PortfolioState) => void = () => {};
  const read = vi.fn(readMap);
  const first = { maps: [figuresOf(aMapOf("one", "Call"))], waiting: 0, unread: [], ...state };
  const portfolio = {
    read,
    follow(observer: { next(next: PortfolioState): void }) {
      tell = observer.next;
      tell(first);
      return () => {};
    },
  };
  const { user } = await renderWithServices(
    <Importer>
      <PortfolioPage view="report" />
    </Importer>,
    { ...services, portfolio },
  );
  return { user, read, tell: (next: Partial<PortfolioState>) => act(() => tell({ ...first, ...next })) };
}

describe("the report of the portfolio", () => {
  it("keeps its pages when maps change, and reads them again when it is told to", async () => {
    let title = "Call";
    const { user, read, tell } = await renderReport(async () => aMapOf("one", title));
    await screen.findByRole("heading", { name: "Anna Brandt" });
    expect(screen.getAllByText("Call").length).toBeGreaterThan(0);
    title = "Visit";
    tell({ maps: [figuresOf(aMapOf("one", title))] });
    expect(screen.getByRole("heading", { name: "Anna Brandt" })).toBeVisible();
    expect(read).toHaveBeenCalledTimes(1);
    await user.click(screen.getByRole("button", { name: "Read again" }));
    expect((await screen.findAllByText("Visit")).length).toBeGreaterThan(0);
    expect(screen.queryByRole("button", { name: "Read again" })).toBeNull();
  });

  it("begins when all figures are there, and can be printed when all maps are read", async () => {
    const going: (() => void)[] = [];
    const { read, tell } = await renderReport(
      (id) => new Promise((resolve) => going.push(() => resolve(aMapOf(id, "Call")))),
      { waiting: 1 },
    );
    expect(screen.getByRole("button", { name: "Export" })).toBeDisabled();
    expect(read).not.toHaveBeenCalled();
    tell({ waiting: 0 });
    await waitFor(() => expect(going).toHaveLength(1));
    expect(screen.getByRole("button", { name: "Print" })).toBeDisabled();
    await act(async () => going.shift()?.());
    await screen.findByRole("heading", { name: "Anna Brandt" });
    // Her page is read without the first one.
    expect(screen.getAllByText(/^Portfolio · As of Feb 1, 2026/).length).toBeGreaterThan(0);
    expect(screen.getByRole("button", { name: "Print" })).toBeEnabled();
    expect(screen.getByRole("button", { name: "Export" })).toBeEnabled();
  });

  it("begins the heading of what nobody has to do like any other", async () => {
    const map = aMap().withMeasure({ title: "Call back", managerId: null }).build();
    await renderReport(async () => map, { maps: [figuresOf(map)] });
    expect(await screen.findByRole("heading", { name: "Nobody (1)" })).toBeVisible();
  });

  it("names what could not be read", async () => {
    await renderReport(async () => null);
    expect(await screen.findByText("1 map could not be read and is missing here.")).toBeVisible();
  });
});
