import type { TextOf } from "#i18n/i18n.ts";
import type { Finding } from "#model/audit/audit.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { durationText } from "./duration-text.ts";

/** What a finding says, in one sentence. `language`: BCP 47. */
export function findingText(t: TextOf, language: string, map: JourneyMap, finding: Finding): string {
  return t(`rule.${finding.ruleId}.finding`, wordsOf(t, language, map, finding));
}

/** What a finding is about, in a few words: the title of its node, or the name of what else it is about. */
export function findingSubject(t: TextOf, map: JourneyMap, { nodeIds, subject }: Finding): string {
  const nameOfSubject = {
    person: (id: string) => map.people[id]?.name,
    stage: (id: string) => map.stages.find((stage) => stage.id === id)?.name,
    measure: (id: string) => map.measures[id]?.title,
    content: (id: string) => map.contents[id]?.title,
  };
  const isAboutNode = !subject || (subject.kind === "stage" && nodeIds.length > 0);
  const name = isAboutNode ? map.nodes[nodeIds[0] ?? ""]?.title : nameOfSubject[subject.kind](subject.id);
  if (isAboutNode && nodeIds.length === 0) return map.title.trim() || t("kind.untitled");
  return name?.trim() || t("kind.untitled");
}

function wordsOf(
  t: TextOf,
  language: string,
  map: JourneyMap,
  finding: Finding,
): Readonly<Record<string, string | number>> {
  const { nodeIds, subject, values = {} } = finding;
  const title = (index: number) => map.nodes[nodeIds[index] ?? ""]?.title.trim() || t("kind.untitled");
  const words: Record<string, string | number> = { title: title(0), second: title(1), third: title(2) };
  if (subject) {
    const withoutNodes = { ...finding, nodeIds: subject.kind === "stage" ? [] : nodeIds };
    words[subject.kind] = findingSubject(t, map, withoutNodes);
  }
  for (const [name, value] of Object.entries(values)) words[name] = wordOf(t, language, name, value);
  return words;
}

function wordOf(
  t: TextOf,
  language: string,
  name: string,
  value: string | number | readonly string[],
): string | number {
  if (typeof value === "object") {
    const group = name === "lacking" ? "lacking" : "common.discipline";
    const words = value.map((item) => t(`${group}.${item}`));
    return name === "owners" ? words.join(" → ") : new Intl.ListFormat(language).format(words);
  }
  if (name === "expected" || name === "actual") return durationText(Number(value), language);
  if (name === "customer" || name === "team") return signed(Number(value), language);
  if (name === "date") return dateText(String(value), language);
  return value;
}

function signed(value: number, language: string): string {
  return new Intl.NumberFormat(language, { signDisplay: "exceptZero" }).format(value);
}

/** An ISO date as the reader writes it. */
export function dateText(date: string, language: string): string {
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time)) return date;
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" }).format(time);
}
