import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { mapFileSchema } from "#exchange/json/file-schema.ts";
import { fileSchema } from "#model/schema.ts";

it("the published JSON Schema is current (node scripts/make-schema.mjs renews it)", () => {
  expect(readFileSync("public/dreiklang-map.schema.json", "utf8")).toBe(mapFileSchema());
});

it("the schema accepts the sample map and refuses what the parser refuses", () => {
  const sample = JSON.parse(readFileSync("tests/data/werkzeugmaschine.dreiklang.json", "utf8"));
  expect(fileSchema().safeParse(sample).success).toBe(true);
  sample.map.nodes.find(({ kind }: { kind: string }) => kind === "touchpoint").customerRating = 9;
  expect(fileSchema().safeParse(sample).success).toBe(false);
});
