import { describe, expect, it } from "vitest";
import { languages } from "#i18n/languages.ts";
import { severities } from "#model/audit/rule.ts";
import { rules } from "#model/audit/rules.ts";
import { portfolioRules } from "#model/portfolio/contested.ts";

describe.each(languages.map(({ code, load }) => ({ code, load })))("the audit in $code", ({ load }) => {
  it.each(rules.map(({ id }) => id))("has all texts of %s", async (id) => {
    const { rule } = (await load()) as { rule: Record<string, Record<string, string>> };
    for (const key of ["name", "finding", "why", "not"]) expect(rule[id]?.[key]).toMatch(/\S/);
  });

  it.each(portfolioRules.map(({ id }) => id))("has all texts of %s, which looks at all maps", async (id) => {
    const { rule } = (await load()) as { rule: Record<string, Record<string, string>> };
    for (const key of ["name", "finding", "why", "not", "fix"]) expect(rule[id]?.[key]).toMatch(/\S/);
  });

  it.each(portfolioRules.map(({ id }) => id))("says of %s that it cannot be dismissed", async (id) => {
    const { rule } = (await load()) as { rule: Record<string, Record<string, string>> };
    expect(rule[id]?.not).toMatch(/neither be dismissed nor switched off|weder verwerfen noch ausschalten/);
  });

  it("has a word for every severity", async () => {
    const { audit } = (await load()) as { audit: { severity: Record<string, string> } };
    for (const severity of severities) expect(audit.severity[severity]).toMatch(/\S/);
  });
});
