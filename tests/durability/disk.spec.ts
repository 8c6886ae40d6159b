import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { mapPage } from "../browser/map-page.ts";
import { test } from "./fixtures.ts";
import { expectCopied, leaveMap, openAt, openMapWithCard } from "./map-with-card.ts";

const MEGABYTES = 160;

// On a full disk a browser may stumble in ways of its own; a second try is reported as flaky.
test.describe.configure({ retries: 1 });

/** A small disk of its own, in a file; null where this user may not mount one. */
function mountDisk(folder: string): { readonly path: string; unmount(): void } | null {
  const image = `${folder}.img`;
  try {
    mkdirSync(folder, { recursive: true });
    execFileSync("truncate", ["-s", `${MEGABYTES}M`, image]);
    execFileSync("mkfs.ext4", ["-q", "-F", "-m", "0", image], { stdio: "ignore" });
    execFileSync("mount", ["-o", "loop", image, folder], { stdio: "ignore" });
  } catch {
    rmSync(image, { force: true });
    return null;
  }
  return {
    path: folder,
    unmount() {
      execFileSync("umount", [folder]);
      rmSync(image, { force: true });
    },
  };
}

/** Writes a file until there is no room for anything more. */
function fill(file: string): void {
  for (const size of [2 ** 20, 2 ** 12, 1]) {
    const bytes = new Uint8Array(size);
    try {
      for (;;) appendFileSync(file, bytes);
    } catch (error) {
      // Anything but a full disk is a fault of this test.
      if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
    }
  }
}

const notSaved = (page: Page) => page.getByRole("status").filter({ hasText: /^Not saved: / });

test("F23 a disk that is full, and has room again", async ({ machine, address, guard }, info) => {
  // The browser's own words, of whatever it could not write.
  guard.expect(/^console: .*(storage|disk|space|file)/iu);
  const disk = mountDisk(info.outputPath("disk"));
  test.skip(disk === null, "only who may mount a disk can fill one without harm");
  if (disk === null) return;
  try {
    const profile = join(disk.path, "profile");
    const { page, close } = await machine.start(profile);
    const map = await openMapWithCard(page, address);
    const url = page.url();
    const filler = join(disk.path, "filler");
    fill(filler);
    expect(statfsSync(disk.path).bavail).toBe(0);
    await map.node("Touchpoint: Card").click();
    // What the files have room for already may still be kept: it goes on until nothing more is.
    let number = 1000;
    while (!(await notSaved(page).isVisible())) {
      number += 1;
      await page.keyboard.type(`Card ${number} ${"with a long title ".repeat(4)}`);
      await page.keyboard.press("Enter");
    }
    await expect(page.getByRole("button", { name: "Download the map" })).toBeVisible();
    await page.keyboard.type("Last");
    await page.keyboard.press("Enter");
    await expect(map.node("Touchpoint: Last")).toBeVisible();
    rmSync(filler);
    // By itself: nobody has to press a button.
    await map.saved();
    await expectCopied(page, "Last");
    await close();
    for (let session = 1; session <= 2; session += 1) {
      const next = await machine.start(profile);
      const again = await openAt(next.page, url);
      await expect(again.node("Touchpoint: Last")).toBeVisible();
      await next.close();
    }
  } finally {
    await machine.stop();
    disk.unmount();
  }
});

/** Takes the right to write away from everybody, or gives it back; false where that is impossible. */
function setReadOnly(folder: string, isReadOnly: boolean): boolean {
  const isRoot = process.getuid?.() === 0;
  try {
    if (isRoot) execFileSync("chattr", ["-R", isReadOnly ? "+i" : "-i", folder], { stdio: "ignore" });
    else execFileSync("chmod", ["-R", isReadOnly ? "a-w" : "u+w", folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

test("F24 a profile that cannot be written", async ({ machine, address }) => {
  const url = await leaveMap(machine, address);
  const folder = join(machine.profile, "Default", "IndexedDB");
  test.skip(!setReadOnly(folder, true), "this file system has no such attribute");
  try {
    const { page } = await machine.start();
    await page.goto(url);
    const banner = page.getByRole("alert").filter({ hasText: "This browser keeps nothing" });
    await expect(banner).toBeVisible();
    // From the copy, so that it can be worked with and taken away.
    await expect(mapPage(page).node("Touchpoint: Before")).toBeVisible();
    await machine.stop();
  } finally {
    setReadOnly(folder, false);
  }
  const { page } = await machine.start();
  const map = await openAt(page, url);
  await expect(map.node("Touchpoint: Before")).toBeVisible();
});
