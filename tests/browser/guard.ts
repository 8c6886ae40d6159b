import type { BrowserContext } from "@playwright/test";

/** What no page may do in any test; a test can expect some of it. */
export interface Guard {
  /** What was seen so far and not expected. */
  problems(): readonly string[];
  /** Problems that match are part of the test. */
  expect(pattern: RegExp): void;
}

/**
 * Watches all pages of a context: requests to other origins, errors on the console (violations of the
 * content security policy are among them) and exceptions that nobody caught.
 */
export function guardContexts(baseURL: string): Guard & { watch(context: BrowserContext): Promise<void> } {
  const origin = new URL(baseURL).origin;
  const seen: string[] = [];
  const expected: RegExp[] = [];
  return {
    problems: () => seen.filter((problem) => !expected.some((pattern) => pattern.test(problem))),
    expect: (pattern) => expected.push(pattern),
    async watch(context) {
      // Some violations do not come to the console by themselves, such as a script that is caught making a function.
      await context.addInitScript(() => {
        addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile }) => {
          console.error(`policy violation: ${effectiveDirective} ${blockedURI} ${sourceFile}`);
        });
      });
      context.on("request", (request) => {
        const { origin: target, protocol } = new URL(request.url());
        const isInside = target === origin || protocol === "data:" || protocol === "blob:";
        if (!isInside) seen.push(`request to another origin: ${request.url()}`);
      });
      context.on("console", (message) => {
        if (message.type() === "error") seen.push(`console: ${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (error) => {
        const { stack, message } = error.error();
        // A script that cannot be parsed has an empty stack.
        seen.push(`exception: ${stack || message}`);
      });
    },
  };
}
