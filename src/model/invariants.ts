import type { Id, JourneyMap } from "./journey-map.ts";

/**
 * What must hold in every document; an empty list when all does. The doors repair what a file breaks, the
 * commands never break it.
 */
export function invariantViolations(map: JourneyMap): readonly string[] {
  const problems: string[] = [];
  const stageIds = new Set(map.stages.map(({ id }) => id));
  if (stageIds.size !== map.stages.length) problems.push("two stages have the same id");
  const person = (id: Id | null, where: string) => {
    if (id !== null && !map.people[id]) problems.push(`${where} names the missing person ${id}`);
  };
  for (const [id, node] of Object.entries(map.nodes)) {
    if (node.id !== id) problems.push(`node ${id} is kept as ${node.id}`);
    const { x, y } = node.position;
    if (!Number.isFinite(x) || !Number.isFinite(y)) problems.push(`node ${id} has no place`);
    person(node.managerId, `node ${id}`);
    if (node.kind !== "touchpoint") continue;
    if (node.stageId !== null && !stageIds.has(node.stageId))
      problems.push(`touchpoint ${id} is in a missing stage`);
    if (node.journeyId !== null && map.nodes[node.journeyId]?.kind !== "journey")
      problems.push(`touchpoint ${id} is in a missing journey`);
  }
  for (const collection of [map.people, map.connections, map.contents, map.measures]) {
    for (const [key, { id }] of Object.entries(collection))
      if (key !== id) problems.push(`${id} is kept as ${key}`);
  }
  const pairs = new Set<string>();
  for (const [id, { from, to }] of Object.entries(map.connections)) {
    if (!map.nodes[from] || !map.nodes[to]) problems.push(`connection ${id} has a loose end`);
    if (from === to) problems.push(`connection ${id} leads back to its own node`);
    if (pairs.has(`${from} ${to}`)) problems.push(`connection ${id} doubles another`);
    pairs.add(`${from} ${to}`);
  }
  const nodeOfKind = (ids: readonly Id[], kind: string, where: string) => {
    for (const id of ids)
      if (map.nodes[id]?.kind !== kind) problems.push(`${where} names the missing ${kind} ${id}`);
  };
  for (const [id, item] of Object.entries({ ...map.contents, ...map.measures })) {
    nodeOfKind(item.touchpointIds, "touchpoint", id);
    if ("personaIds" in item) nodeOfKind(item.personaIds, "persona", id);
    person(item.managerId, id);
  }
  person(map.maintainerId, "the map");
  return problems;
}
