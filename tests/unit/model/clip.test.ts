import { describe, expect, test } from "vitest";
import { clipOf, pasteClip } from "#model/clip.ts";
import type { Id } from "#model/journey-map.ts";
import { aMap } from "../builders.ts";
import { applied } from "./round-trip.ts";

const map = aMap()
  .withPerson({ name: "Anna", role: "CTM" })
  .withPerson({ id: "twin", name: "Anna" })
  .withStage({ name: "Search" })
  .withStage({ name: "Purchase" })
  .withJourney({ managerId: "person1" })
  .withTouchpoint({ stageId: "stage1", managerId: "twin" })
  .withTouchpoint({ stageId: "stage2" })
  .withPersona()
  .withConnection("persona1", "journey1")
  .withConnection("touchpoint1", "touchpoint2")
  .build();

const options = { newId: (id: Id) => `${id}'`, offset: { x: 30, y: 30 }, label: "paste" } as const;

test("a journey is copied with its touchpoints and the connections among what is copied", () => {
  const clip = clipOf(map, ["journey1"]);
  expect(clip.nodes.map(({ id }) => id).sort()).toEqual(["journey1", "touchpoint1", "touchpoint2"]);
  expect(clip.connections.map(({ id }) => id)).toEqual(["connection2"]);
  expect(clip.people.map(({ id }) => id)).toEqual(["person1", "twin"]);
});

describe("pasting into the same map", () => {
  test("a card finds a free slot beside the old one and keeps its manager", () => {
    const { command, nodeIds } = pasteClip(map, clipOf(map, ["touchpoint1"]), options);
    const after = applied(map, command);
    expect(nodeIds).toEqual(["touchpoint1'"]);
    expect(after.nodes["touchpoint1'"]).toMatchObject({
      journeyId: "journey1",
      stageId: "stage1",
      managerId: "twin",
      position: { x: 280, y: 150 },
    });
    expect(after.people).toBe(map.people);
    expect(after.nodes.touchpoint1).toBe(map.nodes.touchpoint1);
  });

  test("a lane goes below the others with its cards, its persona and their connections", () => {
    const after = applied(map, pasteClip(map, clipOf(map, ["journey1", "persona1"]), options).command);
    expect(after.nodes["journey1'"]?.position).toEqual({ x: 0, y: 460 });
    expect(after.nodes["persona1'"]?.position).toEqual({ x: -360, y: 460 });
    expect(after.nodes["touchpoint2'"]).toMatchObject({
      journeyId: "journey1'",
      stageId: "stage2",
      position: { x: 620, y: 500 },
    });
    expect(after.connections["connection1'"]).toMatchObject({ from: "persona1'", to: "journey1'" });
  });
});

describe("pasting into another map", () => {
  const other = aMap()
    .withPerson({ id: "person1", name: "Somebody else" })
    .withPerson({ id: "anna", name: "ANNA " })
    .withStage({ id: "a", name: "purchase" })
    .withStage({ id: "b", name: "Support" })
    .build();

  test("stages and people are found by name, cards stand under their stage", () => {
    const after = applied(other, pasteClip(other, clipOf(map, ["journey1"]), options).command);
    expect(after.nodes["journey1'"]?.managerId).toBe("anna");
    expect(after.nodes["touchpoint2'"]).toMatchObject({ stageId: "a", position: { x: 280, y: 40 } });
    expect(after.nodes["touchpoint1'"]).toMatchObject({ stageId: null, position: { x: 960, y: 40 } });
    expect(after.people).toBe(other.people);
  });

  test("a person who is not there comes along, under another id where theirs is taken", () => {
    const strangers = aMap().withPerson({ id: "person1", name: "Somebody else" }).build();
    const after = applied(strangers, pasteClip(strangers, clipOf(map, ["journey1"]), options).command);
    expect(after.people["person1'"]).toMatchObject({ name: "Anna", role: "CTM" });
    expect(after.people.person1?.name).toBe("Somebody else");
    expect(after.nodes["journey1'"]?.managerId).toBe("person1'");
  });
});
