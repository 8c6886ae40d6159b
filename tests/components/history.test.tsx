import { act, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { assignOwner, changeFields } from "#model/commands/nodes.ts";
import { HistoryPanel } from "#ui/panels/history/HistoryPanel.tsx";
import { aMap } from "../unit/builders.ts";
import { renderWithMap } from "./render-with-map.tsx";

it("lists all steps in words, marks the present one and goes to the one clicked", async () => {
  const map = aMap().withStage().withJourney().withTouchpoint({ title: "Fair" }).withTouchpoint().build();
  const { user, editor, mapNow } = await renderWithMap(map, <HistoryPanel />);
  act(() => {
    editor.dispatch(assignOwner(mapNow(), ["touchpoint1", "touchpoint2"], "it"));
    editor.dispatch(changeFields(mapNow(), ["touchpoint1"], { channel: "Fair" }));
  });
  const steps = within(screen.getByRole("list", { name: "Steps" }));
  expect(steps.getAllByRole("button").map((button) => button.textContent)).toEqual([
    "Opened",
    "change owner of 2 touchpoints",
    "change “Channel” of “Fair”you are here",
  ]);
  await user.click(steps.getByRole("button", { name: "Opened" }));
  expect(mapNow()).toBe(map);
  expect(steps.getByRole("button", { current: "step" })).toHaveTextContent("Opened");
  await user.click(steps.getByRole("button", { name: /Channel/ }));
  expect(mapNow().nodes.touchpoint1).toMatchObject({ channel: "Fair", owner: "it" });
});
