import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const readme = readFileSync(join(root, "README.md"), "utf8");

/** Everything in back ticks or link targets that looks like a path of the repository. */
const paths = [...readme.matchAll(/`([^`\s]+)`|\]\(([^)#]+)\)/g)]
  .map(([, code, link]) => code ?? link ?? "")
  .filter((path) =>
    /^(?:\.ci|src|tests|public|scripts|package\.json|biome\.json|tsconfig\.json|index\.html)/.test(path),
  );

test("the README names paths", () => expect(paths.length).toBeGreaterThan(10));
test.each(paths)("the README's path %s exists", (path) => expect(existsSync(join(root, path))).toBe(true));
test("the README is short enough to be read", () =>
  expect(readme.split("\n").length).toBeLessThanOrEqual(150));

const scripts = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).scripts as Record<
  string,
  string
>;
const commands = [...readme.matchAll(/npm (?:run )?([a-z:-]+)/g)].map(([, name = ""]) => name);
test.each(commands)("the README's command npm %s exists", (name) => expect(scripts).toHaveProperty(name));
