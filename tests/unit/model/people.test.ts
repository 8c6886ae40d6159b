import { expect, test } from "vitest";
import { changeMap } from "#model/commands/map.ts";
import { addManager, addPerson, changePerson, mergePeople, removePerson } from "#model/commands/people.ts";
import { newPerson } from "#model/new-objects.ts";
import { placesOfPerson } from "#model/queries.ts";
import { aMap } from "../builders.ts";
import { applied, expectNoChange } from "./round-trip.ts";

const map = aMap()
  .withPerson({ name: "Jo", email: "jo@example.com" })
  .withPerson({ name: "Jo W.", role: "Service", discipline: "it" })
  .withTouchpoint({ managerId: "person1" })
  .withTouchpoint({ managerId: "person2" })
  .withTouchpoint()
  .withNote({ managerId: "person2" })
  .withMeasure({ managerId: "person2" })
  .withContent({ managerId: "person2" })
  .with({ maintainerId: "person2" })
  .build();

test("a person is added and changed", () => {
  const after = applied(map, addPerson(newPerson("new", "Lea")));
  expect(after.people.new?.name).toBe("Lea");
  expect(after.nodes).toBe(map.nodes);
  expect(applied(after, changePerson("new", "Lea", { role: "PO" })).people.new?.role).toBe("PO");
  expectNoChange(after, changePerson("new", "Lea", { name: "Lea" }));
});

test("a new person becomes the manager of nodes in one step", () => {
  const after = applied(map, addManager(newPerson("new", "Lea"), ["touchpoint3", "nothing"]));
  expect(after.nodes.touchpoint3?.managerId).toBe("new");
  expect(after.nodes.touchpoint1).toBe(map.nodes.touchpoint1);
});

test("merging moves everything to the kept person and fills what they lack", () => {
  const after = applied(map, mergePeople(map, "person1", "person2"));
  expect(Object.keys(after.people)).toEqual(["person1"]);
  expect(after.people.person1).toMatchObject({
    name: "Jo",
    email: "jo@example.com",
    role: "Service",
    discipline: "it",
  });
  expect(after.nodes.touchpoint2?.managerId).toBe("person1");
  expect(after.measures.measure1?.managerId).toBe("person1");
  expect(after.contents.content1?.managerId).toBe("person1");
  expect(after.maintainerId).toBe("person1");
  expectNoChange(map, mergePeople(map, "person1", "person1"));
  expectNoChange(map, mergePeople(map, "person1", "nobody"));
});

test("removing leaves their nodes unassigned, and only theirs", () => {
  expect(placesOfPerson(map, "person2")).toMatchObject({
    nodes: [{ id: "touchpoint2" }],
    notes: [{ id: "note1" }],
    others: 3,
  });
  const after = applied(map, removePerson(map, "person2"));
  expect(after.nodes.touchpoint2?.managerId).toBeNull();
  expect(after.maintainerId).toBeNull();
  expect(after.nodes.touchpoint1).toBe(map.nodes.touchpoint1);
  expectNoChange(map, removePerson(map, "nobody"));
});

test("the map's own texts change; a maintainer who is not there does not come", () => {
  expect(applied(map, changeMap({ title: "New" })).title).toBe("New");
  expectNoChange(map, changeMap({ maintainerId: "nobody" }));
  expectNoChange(map, changeMap({ title: map.title }));
});
