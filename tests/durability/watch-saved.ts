import type { Page } from "@playwright/test";

const BINDING = "reportSaved";

/**
 * Tells of every moment in which the page says "Saved", with the titles of all touchpoints that are on the screen
 * then: each of these states was promised to be kept. By a binding of the browser's protocol, so that it is known
 * here about a millisecond later. To be called before the app is loaded.
 */
export async function watchSaved(page: Page, onSaved: (state: string) => void): Promise<void> {
  const session = await page.context().newCDPSession(page);
  session.on("Runtime.bindingCalled", ({ name, payload }) => {
    if (name === BINDING) onSaved(payload);
  });
  await session.send("Runtime.enable");
  await session.send("Runtime.addBinding", { name: BINDING });
  await page.addInitScript((binding) => {
    const report = (window as unknown as Record<string, (text: string) => void>)[binding];
    let last = "";
    const look = () => {
      const isSaved = [...document.querySelectorAll("[role=status]")].some(
        ({ textContent }) => textContent === "Saved",
      );
      if (!isSaved) return;
      const names = [...document.querySelectorAll('[role=group][aria-label^="Touchpoint: "]')].map(
        (node) => node.getAttribute("aria-label")?.slice(12) ?? "",
      );
      const state = names.sort().join(" ");
      if (state === last || state === "") return;
      last = state;
      report?.(state);
    };
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ["aria-label"],
    });
  }, BINDING);
}
