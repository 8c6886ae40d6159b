import { describe, expect, test } from "vitest";
import { withSections } from "../bench/results.ts";

const before = [
  "# Benchmark",
  "How it was measured.",
  "## Audit",
  "10 ms",
  "## What was tried",
  "Much.",
].join("\n\n");
const order = ["Audit", "Table"];

describe("the results of the benchmark", () => {
  test("what was not measured this time and what was written by hand stays", () => {
    const after = withSections(before, [{ heading: "Table", lines: ["| work |", "| --- |"] }], order);
    expect(after).toBe(
      "# Benchmark\n\nHow it was measured.\n\n## Audit\n\n10 ms\n\n## Table\n\n| work |\n| --- |\n\n## What was tried\n\nMuch.\n",
    );
  });

  test("what is measured again stands in the place of what was measured before", () => {
    const once = withSections(before, [{ heading: "Audit", lines: ["9 ms", ""] }], order);
    expect(once).toContain("## Audit\n\n9 ms\n\n## What was tried");
    expect(once).not.toContain("10 ms");
    expect(withSections(once, [{ heading: "Audit", lines: ["9 ms"] }], order)).toBe(once);
  });
});
