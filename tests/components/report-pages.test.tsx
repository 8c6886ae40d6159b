import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { ReportPage } from "#ui/reports/ReportPage.tsx";
import { benchMap } from "../bench/bench-map.ts";
import { aMap, sampleMap } from "../unit/builders.ts";
import { renderWithMap } from "./render-with-map.tsx";

const pages = () => screen.getAllByRole("article");

it("shows a page for everybody, and the pages that one chooses", async () => {
  const { user } = await renderWithMap(sampleMap(), <ReportPage />);
  expect(screen.getByRole("heading", { level: 2, name: "Anna Brandt" })).toBeVisible();
  expect(screen.getByRole("heading", { level: 2, name: "Sales" })).toBeVisible();
  const choose = async (name: string) => {
    await user.click(screen.getByRole("combobox", { name: "Pages" }));
    await user.click(await screen.findByRole("option", { name }));
  };
  await choose("Anna Brandt");
  expect(pages()).toHaveLength(1);
  expect(within(pages()[0] as HTMLElement).getByRole("heading", { name: /^Your touchpoints/ })).toBeVisible();
  await choose("Sales");
  expect(pages()).toHaveLength(1);
  await choose("General pages only");
  expect(screen.queryByRole("heading", { level: 2, name: "Anna Brandt" })).toBeNull();
  expect(screen.getByRole("heading", { level: 2, name: "Findings" })).toBeVisible();
  await choose("All pages");
  expect(screen.getByRole("heading", { level: 2, name: "Anna Brandt" })).toBeVisible();
});

it("has a page for whoever only maintains the map, and none for who has no part in it", async () => {
  const map = aMap()
    .withPerson({ name: "Ann" })
    .withPerson({ name: "Ben" })
    .with({ maintainerId: "person1", reviewOn: "2099-01-15" })
    .build();
  await renderWithMap(map, <ReportPage />);
  const heading = screen.getByRole("heading", { level: 2, name: "Ann" });
  expect(heading.parentElement).toHaveTextContent("You maintain this map · Next review Jan 15, 2099");
  expect(screen.queryByRole("heading", { level: 2, name: "Ben" })).toBeNull();
});

it("says time in words, marks what is overdue, and gives an empty part one line", async () => {
  const map = aMap()
    .withPerson({ name: "Ann" })
    .withTouchpoint({ title: "Fair", owner: "marketing", managerId: "person1" })
    .withTouchpoint({ title: "Call", owner: "sales" })
    .withConnection("touchpoint1", "touchpoint2", {
      handover: { information: "Notes", promise: "", timeLimit: 1440, confirmed: false },
    })
    .withMeasure({ title: "Train", managerId: "person1", owner: "it", dueOn: "2026-10-14" })
    .build();
  await renderWithMap(map, <ReportPage />);
  const page = (name: string) =>
    within(screen.getByRole("heading", { level: 2, name }).parentElement as HTMLElement);
  expect(page("Handovers").getByRole("columnheader", { name: "Time limit" })).toBeVisible();
  expect(page("Handovers").getByRole("cell", { name: "1 day" })).toBeVisible();
  for (const name of ["Measures", "Ann", "IT"]) {
    const overdue = page(name).getByRole("columnheader", { name: "Overdue" });
    const table = overdue.closest("table") as HTMLTableElement;
    const at = [...table.querySelectorAll("th")].indexOf(overdue as HTMLTableCellElement);
    expect(
      within(table)
        .getByRole("row", { name: /^Train/ })
        .querySelectorAll("td")[at],
    ).toHaveTextContent("yes");
  }
  expect(page("IT").getByRole("heading", { level: 3, name: "Handovers: none" })).toBeVisible();
  expect(page("Sales").queryByRole("columnheader", { name: "Owner" })).toBeNull();
  expect(page("Ann").getByRole("columnheader", { name: "Owner" })).toBeVisible();
});

it("says of a whole table without rows that there is nothing", async () => {
  await renderWithMap(aMap().withTouchpoint({ title: "Call" }).build(), <ReportPage />);
  expect(screen.getByText("Measures: none", { selector: "p" })).toBeVisible();
  expect(screen.queryByRole("heading", { level: 2, name: "Measures" })).toBeNull();
});

it("begins with the cover where all pages would fill a book", async () => {
  await renderWithMap(benchMap(2200), <ReportPage />);
  expect(pages()).toHaveLength(1);
  expect(screen.getByRole("combobox", { name: "Pages" })).toHaveValue("First page only");
});
