import { expect, it, vi } from "vitest";
import { derived, derivedOfPart } from "#model/derive.ts";

it("what is derived from a document is computed once, and forgotten after some others", () => {
  const compute = vi.fn((document: { readonly id: number }) => document.id);
  const figure = derived(compute);
  const documents = Array.from({ length: 12 }, (_, id) => ({ id }));
  const [first, ...others] = documents;
  if (!first) throw new Error("no document");
  expect(figure(first)).toBe(0);
  expect(figure(first)).toBe(0);
  expect(compute).toHaveBeenCalledTimes(1);
  for (const document of others) expect(figure(document)).toBe(document.id);
  const last = others.at(-1);
  if (last) figure(last);
  expect(compute).toHaveBeenCalledTimes(documents.length);
  expect(figure(first)).toBe(0);
  expect(compute).toHaveBeenCalledTimes(documents.length + 1);
});

it("what is derived from a document is kept while it is asked for, however many others come", () => {
  const compute = vi.fn((document: { readonly id: number }) => document.id);
  const figure = derived(compute);
  const kept = { id: -1 };
  for (let id = 0; id < 20; id += 1) {
    figure({ id });
    figure(kept);
  }
  expect(compute.mock.calls.filter(([document]) => document === kept)).toHaveLength(1);
});

it("what is derived from a part is kept as long as the part", () => {
  const compute = vi.fn((part: { readonly id: number }) => part.id);
  const figure = derivedOfPart(compute);
  const parts = Array.from({ length: 100 }, (_, id) => ({ id }));
  for (const part of [...parts, ...parts]) figure(part);
  expect(compute).toHaveBeenCalledTimes(parts.length);
});
