import { expect } from "@playwright/test";
import { mapPage, openBlank } from "../browser/map-page.ts";
import { test } from "./fixtures.ts";

interface Begun {
  readonly stores: readonly string[];
  readonly mode: IDBTransactionMode;
  readonly durability: IDBTransactionDurability;
}

/**
 * Where only marks, rubbish, what can be made anew and which findings somebody has seen are written, for which nobody
 * waits: without the last of these a finding is told of as new that was settled in the seconds before the power failed.
 */
const UNIMPORTANT = ["facts", "scratch", "figures", "findings"];

test('F08 every write that "Saved" waits for is on the disk when the browser confirms it', async ({
  machine,
  address,
}) => {
  const { page } = await machine.start();
  const begun: Begun[] = [];
  await page.exposeFunction("noteTransaction", (transaction: Begun) => begun.push(transaction));
  await page.addInitScript(() => {
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function begin(...facts) {
      const result = transaction.apply(this, facts);
      const { objectStoreNames, mode, durability } = result;
      const note = Reflect.get(window, "noteTransaction");
      note({ stores: [...objectStoreNames], mode, durability });
      return result;
    };
  });
  await page.goto(address);
  const map = await openBlank(page, "Strict");
  for (const title of ["One", "Two"]) {
    await page.keyboard.press("Enter");
    await page.keyboard.type(title);
    await page.keyboard.press("Enter");
  }
  await expect(mapPage(page).node("Touchpoint: Two")).toBeVisible();
  await map.saved();
  const writes = begun.filter(({ mode }) => mode === "readwrite");
  expect(writes.filter(({ stores }) => stores.includes("journal")).length).toBeGreaterThan(2);
  expect(writes.filter(({ stores }) => stores.includes("checkpoints")).length).toBeGreaterThan(0);
  const relaxed = writes.filter(({ durability }) => durability !== "strict");
  expect(relaxed.flatMap(({ stores }) => stores).filter((name) => !UNIMPORTANT.includes(name))).toEqual([]);
});
