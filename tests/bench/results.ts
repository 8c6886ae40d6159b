/** A part of the results, below a heading of its own. */
export interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

export function sectionText({ heading, lines }: Section): string {
  return `## ${heading}\n\n${lines.join("\n").trim()}\n`;
}

/**
 * The results with what was measured now in the place of what was measured before; what was written by hand, and what
 * was not measured this time, stays. `order`: the headings of all that can be measured, which stand first.
 */
export function withSections(before: string, measured: readonly Section[], order: readonly string[]): string {
  const [head = "", ...rest] = before.split(/^(?=## )/mu);
  const texts = new Map(rest.map((text) => [headingOf(text), text.trimEnd()]));
  for (const section of measured) texts.set(section.heading, sectionText(section).trimEnd());
  const byHand = [...texts.keys()].filter((heading) => !order.includes(heading));
  const sections = [...order, ...byHand].flatMap((heading) => texts.get(heading) ?? []);
  return `${[head.trimEnd(), ...sections].join("\n\n")}\n`;
}

function headingOf(text: string): string {
  return /^## (.*)/u.exec(text)?.[1] ?? "";
}
