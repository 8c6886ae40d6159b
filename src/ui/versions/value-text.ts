import type { TextOf } from "#i18n/i18n.ts";
import { auditSettingsOf } from "#model/audit-settings.ts";
import type { FieldDifference } from "#model/compare.ts";
import { type Disappointment, fieldsOf, type NodeKind, nodeKinds } from "#model/fields.ts";
import type { Handover, JourneyMap, RaciChanges } from "#model/journey-map.ts";
import { raciRoles } from "#model/raci-parts.ts";
import type { ObjectKind } from "#model/schema.ts";
import { durationText } from "../duration-text.ts";

/** What values are put into words with. */
export interface ValueWords {
  readonly t: TextOf;
  /** BCP 47. */
  readonly language: string;
  /** The state of the map that the value is from: ids are named as they were called then. */
  readonly map: JourneyMap;
}

/** What a field of the handover is called is the same as what a field of its own would be called. */
const partOf = (field: string) => field.replace(/^handover\./u, "");

export function fieldLabel(t: TextOf, kind: ObjectKind, { field }: FieldDifference): string {
  if (isNodeKind(kind) && fieldsOf(kind)[field]) return t(`field.${field}`);
  if (["title", "description", "owner", "managerId", "trigger"].includes(field)) return t(`field.${field}`);
  const key = `versions.compare.field.${partOf(field)}`;
  const label = t(key);
  // A field of a newer release has no text here: its name says more than nothing.
  return label === key ? field : label;
}

/** A value as one or several texts, each of which is something of its own; none for nothing. */
export function valueTexts(
  words: ValueWords,
  kind: ObjectKind,
  field: string,
  value: unknown,
): readonly string[] {
  const control = isNodeKind(kind) ? fieldsOf(kind)[field]?.control : undefined;
  const special = byField[partOf(field)] ?? (control && byControl[control]);
  const texts = special ? special(words, value, field) : plainTexts(words, value);
  return texts.filter((text) => text.trim() !== "");
}

type Wording = (words: ValueWords, value: unknown, field: string) => readonly string[];

const nodeTitle = ({ t, map }: ValueWords, id: unknown) =>
  map.nodes[String(id)]?.title.trim() || t("kind.untitled");

const personName: Wording = ({ t, map }, id) => [
  id === null ? t("details.nobody") : map.people[String(id)]?.name.trim() || t("kind.untitled"),
];
const discipline: Wording = ({ t }, value) => [t(`common.discipline.${value ?? "nobody"}`)];
const oneNode: Wording = (words, id) => (id === null ? [] : [nodeTitle(words, id)]);
const nodes: Wording = (words, ids) => listOf(ids).map((id) => nodeTitle(words, id));
const duration: Wording = ({ language }, value) =>
  typeof value === "number" ? [durationText(value, language)] : [];
const stageName = ({ t, map }: ValueWords, id: unknown) =>
  map.stages.find((stage) => stage.id === id)?.name.trim() || t("kind.untitled");
const day: Wording = ({ language }, value) => {
  if (typeof value !== "string") return [];
  const time = Date.parse(value);
  const format = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
  return [Number.isNaN(time) ? value : format.format(time)];
};

const byControl: Readonly<Record<string, Wording>> = {
  choice: ({ t }, value, field) => (value === null ? [] : [t(`option.${field}.${value}`)]),
  rating({ t, language }, value) {
    if (typeof value !== "number") return [];
    const number = new Intl.NumberFormat(language, { signDisplay: "exceptZero" }).format(value);
    return [t("details.ratingValue", { number, word: t(`option.rating.${value}`) })];
  },
  duration,
};

const byField: Readonly<Record<string, Wording>> = {
  owner: discipline,
  discipline,
  managerId: personName,
  maintainerId: personName,
  from: oneNode,
  to: oneNode,
  journeyId: (words, id) => (id === null ? [words.t("details.noJourney")] : [nodeTitle(words, id)]),
  stageId: (words, id) => [id === null ? words.t("details.noStage") : stageName(words, id)],
  order: (words, ids) => [
    listOf(ids)
      .map((id) => stageName(words, id))
      .join(" · "),
  ],
  personaIds: nodes,
  touchpointIds: nodes,
  kind: ({ t }, value) => [t(`kind.${value}`)],
  timeLimit: duration,
  reviewOn: day,
  startOn: day,
  dueOn: day,
  disappointments: ({ t }, value) =>
    // The field's schema lets nothing else in.
    (listOf(value) as readonly Disappointment[]).map(
      ({ text, burden }) => `${text} (${t(`option.burden.${burden}`)})`,
    ),
  audit({ t }, value) {
    if (!isRow(value)) return [];
    const { rulesOff, mostTouchpoints, mostMoments } = auditSettingsOf({ audit: value });
    return [
      `${t("auditPage.mostTouchpoints")}: ${mostTouchpoints}`,
      `${t("auditPage.mostMoments")}: ${mostMoments}`,
      ...rulesOff.map((id) => t("versions.compare.ruleOff", { rule: t(`rule.${id}.name`) })),
    ];
  },
  raci({ t }, value) {
    if (!isRow(value)) return [];
    const changes = value as RaciChanges;
    return raciRoles.flatMap((role) => {
      const part = changes[role];
      return part === undefined ? [] : [`${t(`raci.role.${role}`)}: ${t(`raci.part.${part}`)}`];
    });
  },
  handover(words, value) {
    if (value === null) return [words.t("versions.compare.notAgreed")];
    const handover = value as Handover;
    return (["information", "promise", "timeLimit", "confirmed"] as const).flatMap((part) => {
      const texts = handover[part] ? valueTexts(words, "connection", part, handover[part]) : [];
      return texts.map((text) => `${words.t(`versions.compare.field.${part}`)}: ${text}`);
    });
  },
  status({ t }, value) {
    const key = `versions.compare.status.${value}`;
    const text = t(key);
    // That of a content piece is what people call it.
    return [text === key ? String(value ?? "") : text];
  },
};

function plainTexts({ t, language }: ValueWords, value: unknown): readonly string[] {
  if (value === null || value === undefined) return [];
  if (typeof value === "boolean") return [t(value ? "versions.compare.yes" : "versions.compare.no")];
  if (typeof value === "number") return [new Intl.NumberFormat(language).format(value)];
  if (Array.isArray(value))
    return value.map((item) => (typeof item === "string" ? item : JSON.stringify(item)));
  return [typeof value === "string" ? value : JSON.stringify(value)];
}

function isRow(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function isNodeKind(kind: ObjectKind): kind is NodeKind {
  return (nodeKinds as readonly string[]).includes(kind);
}
