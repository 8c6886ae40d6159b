import type { Id, JourneyMap, Owner } from "#model/journey-map.ts";
import { LinePerson } from "./LinePerson.tsx";
import type { LineColumn } from "./LineTable.tsx";
import classes from "./plan.module.css";

interface SharedLine {
  readonly title: string;
  readonly owner: Owner;
  readonly managerId: Id | null;
  readonly touchpointIds: readonly Id[];
}

export const titleColumn: LineColumn<SharedLine> = { name: "title", textOf: ({ title }) => title };

export const touchpointsColumn: LineColumn<SharedLine> = {
  name: "touchpoints",
  textOf: ({ touchpointIds }) => String(touchpointIds.length),
  className: classes.number,
};

export function personColumn(map: JourneyMap): LineColumn<SharedLine> {
  return {
    name: "person",
    textOf: ({ managerId }) => map.people[managerId ?? ""]?.name ?? null,
    show: (line) => <LinePerson map={map} line={line} />,
  };
}
