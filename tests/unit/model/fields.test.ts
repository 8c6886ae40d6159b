import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { youngerFields } from "#model/content-hash.ts";
import { fieldSections, fieldsOf, initialValues, nodeKinds } from "#model/fields.ts";
import { newNode } from "#model/new-objects.ts";

const all = nodeKinds.flatMap((kind) =>
  Object.entries(fieldsOf(kind)).map(([name, field]) => ({ kind, name, field })),
);

describe.each(all)("$kind.$name", ({ field }) => {
  test("has a control and a section", () => {
    expect(field.control).not.toBe("");
    expect(fieldSections).toContain(field.section);
  });

  test("begins with a value that its schema takes", () => {
    expect(field.schema.safeParse(field.initial).success).toBe(true);
  });

  test("has options exactly where one chooses, and each is taken", () => {
    expect(field.options !== undefined).toBe(field.control === "choice");
    for (const option of field.options ?? []) expect(field.schema.safeParse(option).success).toBe(true);
  });
});

test("a field that the first release did not have leaves the check sums of its documents right", () => {
  const file = new URL("../../data/versions/v1-every-field.dreiklang.json", import.meta.url);
  const { nodes } = JSON.parse(readFileSync(file, "utf8")).map as { nodes: readonly object[] };
  const old = new Set(nodes.flatMap((node) => Object.keys(node)));
  const younger = all.filter(({ name }) => !old.has(name));
  expect(Object.fromEntries(younger.map(({ name, field }) => [name, field.initial]))).toEqual(youngerFields);
});

test.each(nodeKinds)("every %s has title, owner and manager, and its initial values", (kind) => {
  expect(Object.keys(fieldsOf(kind)).slice(0, 3)).toEqual(["title", "owner", "managerId"]);
  expect(newNode(kind, "x", { x: 1, y: 2 })).toEqual({
    ...initialValues(kind),
    id: "x",
    kind,
    position: { x: 1, y: 2 },
  });
});
