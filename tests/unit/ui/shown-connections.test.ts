import { describe, expect, it } from "vitest";
import { applyCommand } from "#model/commands/command.ts";
import { changeFields } from "#model/commands/nodes.ts";
import { rectangleOf } from "#model/geometry.ts";
import { routeBetween } from "#scene/draw-connection.ts";
import { createConnectionList, movingConnections, restingConnections } from "#ui/canvas/shown-connections.ts";
import { aMap, LATER } from "../builders.ts";

const map = aMap()
  .withStage()
  .withStage()
  .withJourney()
  .withTouchpoint({ stageId: "stage1" })
  .withTouchpoint({ stageId: "stage2" })
  .withTouchpoint({ stageId: "stage2" })
  .withConnection("touchpoint1", "touchpoint2")
  .withConnection("touchpoint2", "touchpoint3")
  .build();
const unknown = () => undefined;
const idsOf = (shown: readonly { readonly id: string }[]) => shown.map(({ id }) => id);

describe("the connections that are elements", () => {
  it("are those that come into the part of the map around the view", () => {
    expect(idsOf(restingConnections(map, null, [], unknown))).toEqual(["connection1", "connection2"]);
    const nowhere = { x: -9000, y: -9000, width: 10, height: 10 };
    expect(restingConnections(map, nowhere, [], unknown)).toEqual([]);
    // What is selected or has the focus stays an element wherever the view is.
    expect(idsOf(restingConnections(map, nowhere, [], unknown, ["connection2", "gone"]))).toEqual([
      "connection2",
    ]);
  });

  it("are apart from the others while one of their ends is dragged, and follow it", () => {
    expect(idsOf(restingConnections(map, null, ["touchpoint3"], unknown))).toEqual(["connection1"]);
    const position = { x: 700, y: 900 };
    const [moving, ...rest] = movingConnections(map, new Map([["touchpoint3", position]]), unknown);
    expect(rest).toEqual([]);
    const [from, to] = [map.nodes.touchpoint2, map.nodes.touchpoint3];
    if (!from || !to) throw new Error("no touchpoints");
    expect(moving?.look.route).toEqual(routeBetween(rectangleOf(from), { ...rectangleOf(to), ...position }));
  });

  it("keep their very object until they look different or are called differently", () => {
    const list = createConnectionList();
    const shown = (of: typeof map) => list((known) => restingConnections(of, null, [], known));
    const [first, second] = shown(map);
    const renamed = applyCommand(
      map,
      changeFields(map, ["touchpoint3"], { title: "After the fair" }, "title"),
      LATER,
    );
    const [firstAfter, secondAfter] = shown(renamed);
    expect(firstAfter).toBe(first);
    expect(secondAfter).not.toBe(second);
    expect(secondAfter?.to.title).toBe("After the fair");
  });
});
