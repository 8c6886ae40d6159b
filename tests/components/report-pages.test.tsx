import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { ReportPage } from "#ui/reports/ReportPage.tsx";
import { benchMap } from "../bench/bench-map.ts";
import { sampleMap } from "../unit/builders.ts";
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

it("begins with the cover where all pages would fill a book", async () => {
  await renderWithMap(benchMap(2200), <ReportPage />);
  expect(pages()).toHaveLength(1);
  expect(screen.getByRole("combobox", { name: "Pages" })).toHaveValue("First page only");
});
