import { describe, expect, test } from "vitest";
import { isOwnScript, SERVICE_WORKER } from "#app-urls.ts";

const base = "https://maps.example/dreiklang/";

describe("the scripts that may become a worker", () => {
  test.each([
    SERVICE_WORKER,
    `./${SERVICE_WORKER}`,
    `${base}${SERVICE_WORKER}`,
    "assets/import-worker-DMcugdIv.js",
    `${base}assets/mirror-worker-a_b-c0D1.js`,
  ])("%s is one", (address) => expect(isOwnScript(address, base)).toBe(true));

  test.each([
    "",
    "assets/index-KDnzVHU_.js",
    "other/import-worker-DMcugdIv.js",
    "assets/../upload/import-worker-DMcugdIv.js",
    `../${SERVICE_WORKER}`,
    `/${SERVICE_WORKER}`,
    `${SERVICE_WORKER}?next=https://evil.example`,
    `https://evil.example/dreiklang/${SERVICE_WORKER}`,
    `https://maps.example.evil.example/dreiklang/${SERVICE_WORKER}`,
    `//evil.example/dreiklang/${SERVICE_WORKER}`,
    `data:text/javascript,//${SERVICE_WORKER}`,
    `blob:${base}${SERVICE_WORKER}`,
    "javascript:alert(1)",
    "src/exchange/import-worker.ts?worker_file&type=module",
  ])("%s is none", (address) => expect(isOwnScript(address, base)).toBe(false));

  test("in development they are sources", () => {
    const address = `${base}src/exchange/import-worker.ts?worker_file&type=module`;
    expect(isOwnScript(address, base, true)).toBe(true);
    expect(isOwnScript(`${base}src/exchange/import-map.ts`, base, true)).toBe(false);
  });
});
