import type { TextOf } from "#i18n/i18n.ts";
import { auditOf } from "#model/audit/audit.ts";
import type { JourneyMap, MapNode } from "#model/journey-map.ts";
import { connectionsOf } from "#model/queries.ts";
import type { OutlineRow } from "./outline-rows.ts";

/** So many targets of connections are named; more would be a speech. */
const NAMED_TARGETS = 3;

/** A row in one sentence, for whoever hears it: all that the row shows by signs. `today`: ISO date. */
export function rowWords(
  t: TextOf,
  map: JourneyMap,
  { content, children }: OutlineRow,
  today: string,
): string {
  if (content.type === "group") {
    return t("outline.groupRow", { name: groupName(t, content.group), count: children });
  }
  if (content.type === "stage") {
    const name = content.stage === null ? t("outline.noStage") : content.stage.name || t("kind.untitled");
    return t("outline.stageRow", { name, touchpoints: t("things.touchpoint", { count: children }) });
  }
  return nodeWords(t, map, content.node, today);
}

export function nodeWords(t: TextOf, map: JourneyMap, node: MapNode, today: string): string {
  const manager = node.managerId === null ? undefined : map.people[node.managerId];
  const findings = auditOf(map, today).findingsByNode.get(node.id)?.length ?? 0;
  return [
    `${t(`kind.${node.kind}`)}: ${node.title.trim() || t("kind.untitled")}`,
    node.owner === null
      ? t("outline.noOwner")
      : t("outline.owner", { owner: t(`common.discipline.${node.owner}`) }),
    manager ? t("outline.manager", { name: manager.name }) : t("outline.noManager"),
    ...touchpointWords(t, node),
    ...(findings > 0 ? [t("outline.findings", { count: findings })] : []),
    ...targetWords(t, map, node),
  ].join(", ");
}

function touchpointWords(t: TextOf, node: MapNode): readonly string[] {
  if (node.kind !== "touchpoint") return [];
  return [
    ...(node.customerRating === null
      ? []
      : [t("outline.customerRating", { rating: t(`option.rating.${node.customerRating}`) })]),
    ...(node.momentOfTruth ? [t("outline.momentOfTruth")] : []),
  ];
}

function targetWords(t: TextOf, map: JourneyMap, node: MapNode): readonly string[] {
  const titles = connectionsOf(map, node.id).outgoing.map(
    ({ to }) => map.nodes[to]?.title.trim() || t("kind.untitled"),
  );
  if (titles.length === 0) return [];
  const more = titles.length - NAMED_TARGETS;
  const named = titles.slice(0, NAMED_TARGETS).join(", ");
  return [
    t("outline.leadsTo", {
      titles: more > 0 ? `${named} ${t("outline.andMore", { count: more })}` : named,
    }),
  ];
}

export function groupName(t: TextOf, group: "personas" | "journeys" | "withoutJourney" | "notes"): string {
  return group === "withoutJourney" ? t("outline.withoutJourney") : t(`kind.${group}`);
}
