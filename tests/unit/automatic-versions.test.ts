import { expect, test, vi } from "vitest";
import { automaticVersions } from "#app/automatic-versions.ts";
import type { Versions } from "#ui/services.ts";
import { aMap } from "./builders.ts";

const map = aMap().build();

function aWindow() {
  const keep = vi.fn<Versions["keep"]>(async () => {});
  const automatic = automaticVersions({ keep });
  const causes = () => keep.mock.calls.map(([, cause]) => cause);
  return { ...automatic, causes, stored: keep };
}

test("a version that the user keeps is not kept once more when the map is closed", async () => {
  const { listener, keep, causes } = aWindow();
  listener.onKept(map, 2);
  await keep(map, "named", "Kick-off");
  await listener.onClosed(map, 2);
  expect(causes()).toEqual(["named"]);
  listener.onKept(map, 3);
  await listener.onClosed(map, 3);
  expect(causes()).toEqual(["named", "closed"]);
});

test("a version that could not be kept counts for nothing", async () => {
  const { listener, keep, causes, stored } = aWindow();
  stored.mockRejectedValueOnce(new Error("no"));
  listener.onKept(map, 2);
  await expect(keep(map, "named", "Kick-off")).rejects.toThrow("no");
  await listener.onClosed(map, 2);
  expect(causes()).toEqual(["named", "closed"]);
});

test("the two hundredth change after a version gives the next one", async () => {
  const { listener, keep, causes } = aWindow();
  for (let rev = 2; rev < 152; rev += 1) listener.onKept(map, rev);
  await keep(map, "named", "Kick-off");
  for (let rev = 152; rev < 351; rev += 1) listener.onKept(map, rev);
  expect(causes()).toEqual(["named"]);
  listener.onKept(map, 351);
  expect(causes()).toEqual(["named", "activity"]);
});
