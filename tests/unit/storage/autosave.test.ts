import { beforeEach, describe, expect, test, vi } from "vitest";
import type { SaveState } from "#editor/save-state.ts";
import { type Autosave, createAutosave } from "#storage/autosave.ts";
import type { WriteResult } from "#storage/map-repository.ts";
import { aMap } from "./a-map.ts";

/** A repository whose writes end when the test says so. */
class SlowRepository {
  readonly written: string[] = [];
  private readonly waiting: { resolve(result: WriteResult): void; reject(error: unknown): void }[] = [];

  write = vi.fn((map: { title: string }, _rev: number) => {
    this.written.push(map.title);
    return new Promise<WriteResult>((resolve, reject) => this.waiting.push({ resolve, reject }));
  });

  async finish(result: WriteResult): Promise<void> {
    this.waiting.shift()?.resolve(result);
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
  }

  async fail(error: unknown): Promise<void> {
    this.waiting.shift()?.reject(error);
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
  }
}

let repository: SlowRepository;
let autosave: Autosave;
let states: SaveState["state"][];
const edit = (title: string) => autosave.write(aMap("map1", title));
const state = () => autosave.saving.getState();

beforeEach(() => {
  repository = new SlowRepository();
  autosave = createAutosave(repository, { map: aMap(), rev: 7 });
  states = [];
  autosave.saving.subscribe((next) => states.push(next.state));
});

describe("writing", () => {
  test("begins in the very moment of the change", () => {
    edit("A");
    expect(repository.write).toHaveBeenCalledExactlyOnceWith(aMap("map1", "A"), 7);
    expect(state()).toEqual({ state: "saving" });
  });

  test("is called saved only once it is complete", async () => {
    edit("A");
    expect(states).toEqual(["saving"]);
    await repository.finish({ rev: 8 });
    expect(states).toEqual(["saving", "saved"]);
  });

  test("while one is under way only the newest document waits", async () => {
    for (const title of ["A", "B", "C", "D"]) edit(title);
    expect(repository.written).toEqual(["A"]);
    await repository.finish({ rev: 8 });
    expect(repository.written).toEqual(["A", "D"]);
    expect(repository.write).toHaveBeenLastCalledWith(aMap("map1", "D"), 8);
    expect(state()).toEqual({ state: "saving" });
    await repository.finish({ rev: 9 });
    expect(state()).toEqual({ state: "saved" });
  });

  test("settles when all is written", async () => {
    edit("A");
    edit("B");
    const settled = vi.fn();
    void autosave.settled().then(settled);
    await repository.finish({ rev: 8 });
    expect(settled).not.toHaveBeenCalled();
    await repository.finish({ rev: 9 });
    await vi.waitFor(() => expect(settled).toHaveBeenCalled());
  });

  test("settles at once when there is nothing to do", async () => {
    await autosave.settled();
    autosave.retry();
    expect(repository.write).not.toHaveBeenCalled();
  });
});

describe("failing", () => {
  const quota = Object.assign(new Error("Quota"), {
    name: "AbortError",
    inner: new DOMException("full", "QuotaExceededError"),
  });

  test.each([
    ["storageFull", new DOMException("full", "QuotaExceededError")],
    ["storageFull", quota],
    ["noStorage", Object.assign(new Error("no indexedDB"), { name: "MissingAPIError" })],
    [
      "noStorage",
      Object.assign(new Error("closed"), {
        name: "DatabaseClosedError",
        inner: Object.assign(new Error("no indexedDB"), { name: "MissingAPIError" }),
      }),
    ],
    ["failed", new Error("whatever")],
    ["failed", "a text that was thrown"],
  ] as const)("%s", async (problem, error) => {
    edit("A");
    await repository.fail(error);
    expect(state()).toEqual({ state: "notSaved", problem, detail: String(error) });
  });

  test.each(["changedElsewhere", "removedElsewhere"] as const)("%s", async (problem) => {
    edit("A");
    await repository.finish({ problem });
    expect(state()).toEqual({ state: "notSaved", problem, detail: "" });
  });

  test("the next change is tried again, with the revision known last", async () => {
    edit("A");
    await repository.fail(new Error("once"));
    edit("B");
    expect(repository.write).toHaveBeenLastCalledWith(aMap("map1", "B"), 7);
    await repository.finish({ rev: 8 });
    expect(state()).toEqual({ state: "saved" });
  });

  test("what came while a write failed is tried at once", async () => {
    edit("A");
    edit("B");
    await repository.fail(new Error("once"));
    expect(repository.written).toEqual(["A", "B"]);
    await repository.finish({ rev: 8 });
    expect(state()).toEqual({ state: "saved" });
  });

  test("retry writes the unsaved document again", async () => {
    edit("A");
    await repository.fail(new Error("once"));
    autosave.retry();
    expect(repository.written).toEqual(["A", "A"]);
    await repository.finish({ rev: 8 });
    expect(state()).toEqual({ state: "saved" });
  });
});
