import { applyCommand } from "#model/commands/command.ts";
import { tidyUp } from "#model/commands/tidy.ts";
import type { Connection, Id, JourneyMap, MapNode, Persona, Touchpoint } from "#model/journey-map.ts";
import { emptyMap, newConnection, newNode, newStage } from "#model/new-objects.ts";
import type { TemplateEntry, TemplateTouchpoint } from "./template-entry.ts";

export interface TemplateSource {
  newId(): Id;
  /** ISO 8601, UTC. */
  now(): string;
  /** A text of the catalogue in the language that the map is to have. */
  t(key: string): string;
}

type TextOf = (key: string) => string;

const origin = { x: 0, y: 0 };
const lines = (text: string) => text.split("\n");

/** A new map from the table's entry, laid out; nobody answers for anything yet, that is the team's to say. */
export function buildTemplate(entry: TemplateEntry, { newId, now, t }: TemplateSource): JourneyMap {
  const at = now();
  const textOf: TextOf = (key) => t(`template.${entry.id}.${key}`);
  const stages = entry.stages.map((key) => newStage(newId(), textOf(`stage.${key}`)));
  const stageOf = (key: string) => stages[entry.stages.indexOf(key)];
  const journey = newNode("journey", newId(), origin, {
    title: textOf("journey.title"),
    trigger: textOf("journey.trigger"),
    outcome: textOf("journey.outcome"),
    owner: entry.journey.owner,
  });
  const personas = Object.entries(entry.personas).map(([key, { owner }], index) =>
    newNode(
      "persona",
      newId(),
      // One below the other, so that tidying up keeps their order.
      { x: 0, y: index },
      { ...personaTexts(key, textOf), owner },
    ),
  );
  const touchpoints = new Map(
    Object.entries(entry.touchpoints).map(([key, touchpoint]) => {
      const place = { journeyId: journey.id, stageId: stageOf(touchpoint.stage)?.id ?? null };
      const channel = t(`template.channel.${touchpoint.channel}`);
      const values = { ...touchpointValues(key, touchpoint, textOf), ...place, channel };
      return [key, newNode("touchpoint", newId(), origin, values)] as const;
    }),
  );
  const connections = [
    ...personas.map(({ id }) => newConnection(newId(), id, journey.id)),
    ...path(entry, touchpoints, textOf, newId),
  ];
  const map: JourneyMap = {
    ...emptyMap(newId(), textOf("name"), at),
    description: textOf("description"),
    stages,
    nodes: byId<MapNode>([journey, ...personas, ...touchpoints.values()]),
    connections: byId(connections),
  };
  return applyCommand(map, tidyUp(), at);
}

function personaTexts(key: string, textOf: TextOf): Partial<Persona> {
  const text = (field: string) => textOf(`persona.${key}.${field}`);
  return {
    title: text("title"),
    segment: text("segment"),
    quote: text("quote"),
    goals: lines(text("goals")),
    needs: lines(text("needs")),
    frustrations: lines(text("frustrations")),
    informationNeeds: lines(text("informationNeeds")),
    channels: lines(text("channels")),
  };
}

function touchpointValues(key: string, entry: TemplateTouchpoint, textOf: TextOf): Partial<Touchpoint> {
  const text = (field: string) => textOf(`touchpoint.${key}.${field}`);
  const { stage: _stage, channel: _channel, burdens, hasDelights = false, ...values } = entry;
  const pains = burdens ? lines(text("pains")) : [];
  return {
    contactForm: "mediated",
    control: "controlled",
    ...values,
    title: text("title"),
    customerNeed: text("need"),
    disappointments: pains.map((pain, index) => ({ text: pain, burden: burdens?.[index] ?? "customer" })),
    delights: hasDelights ? lines(text("delights")) : [],
  };
}

function path(
  entry: TemplateEntry,
  touchpoints: ReadonlyMap<string, Touchpoint>,
  textOf: TextOf,
  newId: () => Id,
): readonly Connection[] {
  const keys = [...touchpoints.keys()];
  return keys.flatMap((key, index) => {
    const from = touchpoints.get(key);
    const to = touchpoints.get(keys[index + 1] ?? "");
    if (!from || !to) return [];
    const agreed = Object.entries(entry.handovers).find(([, handover]) => handover.from === key);
    if (!agreed) return [newConnection(newId(), from.id, to.id)];
    const [name, { timeLimit }] = agreed;
    const handover = {
      information: textOf(`handover.${name}.information`),
      promise: textOf(`handover.${name}.promise`),
      timeLimit,
      confirmed: false,
    };
    return [{ ...newConnection(newId(), from.id, to.id), handover }];
  });
}

function byId<T extends { readonly id: Id }>(items: readonly T[]): Readonly<Record<Id, T>> {
  return Object.fromEntries(items.map((item) => [item.id, item]));
}
