import type { Selection } from "#editor/selection.ts";
import type { Finding } from "#model/audit/audit.ts";
import type { Id } from "#model/journey-map.ts";
import type { CanvasHandle } from "../action.ts";

/** Brings something into view on the canvas. */
export type ShowPlace = (canvas: CanvasHandle) => void;

/** What leads to the place of a finding. */
export interface Guide {
  select(selection: Selection): void;
  /** Shows a place of what is selected, on the canvas or in what stands there instead. */
  show(place: ShowPlace): void;
  /** Shows a place that only the canvas has. */
  showOnCanvas(place: ShowPlace): void;
  /** Opens a line of the plan. */
  openLine(id: Id): void;
  /** Opens the details of what is selected. */
  openDetails(): void;
}

/** Selects what a finding is about and leads there, from whichever list of findings. */
export function leadToFinding(finding: Finding, guide: Guide): void {
  const { nodeIds, subject, connectionIds: [connection] = [] } = finding;
  const [first] = nodeIds;
  const isLine = subject?.kind === "measure" || subject?.kind === "content";
  // A line of the plan that no touchpoint has is nowhere on the map.
  if (isLine && first === undefined) {
    guide.openLine(subject.id);
    return;
  }
  // A handover is agreed upon in the details of its connection.
  guide.select(
    connection === undefined ? { nodeIds, connectionIds: [] } : { nodeIds: [], connectionIds: [connection] },
  );
  if (subject?.kind === "stage") {
    const { id } = subject;
    if (first === undefined) guide.showOnCanvas((canvas) => canvas.showStage(id));
    else guide.show((canvas) => canvas.bringCellIntoView(first, id));
    return;
  }
  // What is about the map as a whole stands in its details.
  if (first === undefined) guide.openDetails();
  guide.show((canvas) => canvas.bringIntoView(nodeIds));
}
