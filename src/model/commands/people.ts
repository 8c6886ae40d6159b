import type { Draft } from "immer";
import { isSame } from "../is-same.ts";
import type { Id, JourneyMap, Person } from "../journey-map.ts";
import type { Command } from "./command.ts";

export function addPerson(person: Person): Command {
  return {
    label: { key: "addPerson", name: person.name },
    apply(draft) {
      draft.people[person.id] = { ...person };
    },
  };
}

/** Adds a person and makes them the manager of nodes, in one step. */
export function addManager(person: Person, nodeIds: readonly Id[]): Command {
  return {
    label: { key: "addPerson", name: person.name },
    apply(draft) {
      draft.people[person.id] = { ...person };
      for (const id of nodeIds) {
        const node = draft.nodes[id];
        if (node) node.managerId = person.id;
      }
    },
  };
}

export function changePerson(id: Id, name: string, values: Partial<Omit<Person, "id">>): Command {
  return {
    label: { key: "changePerson", name },
    mergeKey: `person:${id}:${Object.keys(values).join()}`,
    apply(draft) {
      const person = draft.people[id];
      if (person && !isSame({ ...person }, { ...person, ...values })) Object.assign(person, values);
    },
  };
}

/** The same person entered twice: all that names `goneId` names `keptId` afterwards. */
export function mergePeople(map: JourneyMap, keptId: Id, goneId: Id): Command {
  return {
    label: { key: "mergePeople", name: map.people[keptId]?.name ?? "" },
    apply: (draft) => absorb(draft, keptId, goneId),
  };
}

/** Several entries of one person become one, which has this name and e-mail; entries that are not there are left out. */
export function unifyPeople(ids: readonly Id[], { name, email }: Pick<Person, "name" | "email">): Command {
  return {
    label: { key: "mergePeople", name },
    apply(draft) {
      const [keptId, ...others] = ids.filter((id) => draft.people[id]);
      const kept = draft.people[keptId ?? ""];
      if (keptId === undefined || !kept) return;
      for (const id of others) absorb(draft, keptId, id);
      if (kept.name !== name) kept.name = name;
      if (kept.email !== email) kept.email = email;
    },
  };
}

function absorb(draft: Draft<JourneyMap>, keptId: Id, goneId: Id): void {
  const kept = draft.people[keptId];
  const gone = draft.people[goneId];
  if (!kept || !gone || keptId === goneId) return;
  kept.discipline ??= gone.discipline;
  kept.role ||= gone.role;
  kept.email ||= gone.email;
  replacePerson(draft, goneId, keptId);
  delete draft.people[goneId];
}

/** All that names the person names nobody afterwards. */
export function removePerson(map: JourneyMap, id: Id): Command {
  return {
    label: { key: "removePerson", name: map.people[id]?.name ?? "" },
    apply(draft) {
      replacePerson(draft, id, null);
      delete draft.people[id];
    },
  };
}

function replacePerson(draft: Draft<JourneyMap>, from: Id, to: Id | null): void {
  const managed = [
    ...Object.values(draft.nodes),
    ...Object.values(draft.contents),
    ...Object.values(draft.measures),
  ];
  for (const item of managed) if (item.managerId === from) item.managerId = to;
  if (draft.maintainerId === from) draft.maintainerId = to;
}
