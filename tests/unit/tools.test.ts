import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const scripts = new URL("../../scripts/", import.meta.url);
// The scripts are plain JavaScript without types.
const { toolFile } = (await import(new URL("workspace.mjs", scripts).href)) as {
  toolFile(packageName: string): string;
};

const names = ["start.mjs", "test.mjs"].flatMap((script) =>
  [...readFileSync(new URL(script, scripts), "utf8").matchAll(/runTool\("([^"]+)"/g)].map(
    ([, name = ""]) => name,
  ),
);

describe("the tools of the two commands", () => {
  test("are named in the scripts", () => {
    expect(names.length).toBeGreaterThan(5);
  });

  test.each([...new Set(names)])("%s is found among the dependencies", (name) => {
    expect(existsSync(toolFile(name))).toBe(true);
  });
});
