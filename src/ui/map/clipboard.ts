import { MOST_CHARACTERS } from "#exchange/json/limits.ts";
import { parseMapFile } from "#exchange/json/parse-map.ts";
import { mapToJson } from "#exchange/json/write-map.ts";
import { type Clip, clipOf, pasteClip } from "#model/clip.ts";
import { thingOf } from "#model/commands/command.ts";
import { remove } from "#model/commands/nodes.ts";
import { boundsOf, centreOf, overlaps, type Rectangle, rectangleOf } from "#model/geometry.ts";
import type { Id, JourneyMap, Point } from "#model/journey-map.ts";
import { emptyMap } from "#model/new-objects.ts";
import type { ActionContext } from "../action.ts";
import { captureTexts, LONGEST_PASTE, linesToTouchpoints } from "../capture.ts";

/** Nodes on the clipboard are a small map file, so that pasting goes through the same checks as importing. */
const CLIP_TYPE = "application/x-dreiklang-map";

/** What was copied last, for pasting by menu, where browsers hand out plain text at the most. */
let lastCopied: { readonly text: string; readonly json: string } | null = null;

function clipToJson(clip: Clip, at: string): string {
  const byId = <T extends { readonly id: Id }>(items: readonly T[]) =>
    Object.fromEntries(items.map((item) => [item.id, item]));
  const map: JourneyMap = {
    ...emptyMap("clip", "", at),
    stages: clip.stages,
    people: byId(clip.people),
    nodes: byId(clip.nodes),
    connections: byId(clip.connections),
  };
  return mapToJson(map);
}

/** Puts the selection on the clipboard; false when nothing is selected. */
export function copySelection(context: ActionContext, data: DataTransfer | null): boolean {
  const { openMap, services, t } = context;
  const state = openMap?.editor.store.getState();
  if (!state || state.selection.nodeIds.length === 0) return false;
  const clip = clipOf(state.map, state.selection.nodeIds);
  const json = clipToJson(clip, services.now());
  const text = clip.nodes.map(({ title }) => title).join("\n");
  lastCopied = { text, json };
  data?.setData("text/plain", text);
  data?.setData(CLIP_TYPE, json);
  const what = t(`things.${thingOf(clip.nodes)}`, { count: clip.nodes.length });
  context.announce(t("canvas.copied", { what }));
  return true;
}

export function cutSelection(context: ActionContext, data: DataTransfer | null): boolean {
  if (!copySelection(context, data)) return false;
  const { editor } = context.openMap ?? {};
  if (!editor) return false;
  const { map, selection } = editor.store.getState();
  const command = remove(map, selection.nodeIds);
  editor.dispatch({ ...command, label: { ...command.label, key: "cut" } });
  return true;
}

/** Pastes nodes from any tab, or lines of text as touchpoints; false when there is nothing of either. */
export function pasteData(context: ActionContext, data: DataTransfer): boolean {
  const json = data.getData(CLIP_TYPE);
  // What a map of ours can hold; anything longer is none, and reading it would stop the page.
  if (json.length > MOST_CHARACTERS) return sayTooLong(context);
  // Another program, or another release of this one, may have put anything there: the text is still of use.
  return (json !== "" && pasteJson(context, json)) || pasteText(context, data.getData("text/plain"));
}

/** Pasting by menu: the browser may refuse its clipboard, then what this tab copied last is taken. */
export async function pasteFromMenu(context: ActionContext): Promise<void> {
  const text = await navigator.clipboard?.readText?.().catch(() => null);
  const isOurs = lastCopied !== null && (text === null || text === undefined || text === lastCopied.text);
  if (isOurs && lastCopied) pasteJson(context, lastCopied.json);
  else if (text === null || text === undefined) context.announce(context.t("canvas.pasteByKey"));
  else if (!pasteText(context, text)) context.announce(context.t("canvas.nothingToPaste"));
}

function sayTooLong({ announce, t }: ActionContext): true {
  announce(t("canvas.pasteTooLong", { most: LONGEST_PASTE }));
  return true;
}

function pasteText(context: ActionContext, text: string): boolean {
  const { openMap, services, t } = context;
  if (!openMap) return false;
  if (text.length > LONGEST_PASTE) return sayTooLong(context);
  const { map, selection } = openMap.editor.store.getState();
  const options = { newId: services.newId, ...captureTexts(t) };
  const pasted = linesToTouchpoints(map, text, selection.nodeIds.at(-1) ?? null, options);
  if (!pasted) return false;
  if (!openMap.editor.dispatch(pasted.command, pasted.ids)) return true;
  context.canvas?.bringIntoView(pasted.ids);
  const left = pasted.left === 0 ? "" : ` ${t("canvas.linesLeft", { count: pasted.left })}`;
  context.announce(`${t("canvas.pastedLines", { count: pasted.ids.length })}${left}`);
  return true;
}

function pasteJson(context: ActionContext, json: string): boolean {
  const { openMap, services, canvas } = context;
  if (!openMap) return false;
  const parsed = parseMapFile(json, { newId: services.newId, now: services.now });
  if (!parsed.ok || Object.keys(parsed.map.nodes).length === 0) return false;
  const { map } = openMap.editor.store.getState();
  const clip = clipOf(parsed.map, Object.keys(parsed.map.nodes));
  const offset = pasteOffset(map, clip, canvas?.visibleRectangle() ?? null);
  const { command, nodeIds } = pasteClip(map, clip, { newId: services.newId, offset, label: "paste" });
  if (!openMap.editor.dispatch(command, nodeIds)) return true;
  canvas?.bringIntoView(nodeIds);
  canvas?.focus(nodeIds[0]);
  return true;
}

/** A little aside of the originals; into the middle of the view when their place is out of sight. */
function pasteOffset(map: JourneyMap, clip: Clip, view: Rectangle | null): Point {
  const bounds = boundsOf(clip.nodes.map(rectangleOf));
  const isInSight = bounds !== null && (view === null || overlaps(bounds, view));
  if (!bounds || isInSight || !view) return offsetFromTaken(map, clip);
  const from = centreOf(bounds);
  const to = centreOf(view);
  return { x: to.x - from.x, y: to.y - from.y };
}

function offsetFromTaken(map: JourneyMap, clip: Clip): Point {
  const places = new Set(Object.values(map.nodes).map(({ position: { x, y } }) => `${x} ${y}`));
  let step = 0;
  const isTaken = ({ position: { x, y } }: { position: Point }) => places.has(`${x + step} ${y + step}`);
  while (step < 1000 && clip.nodes.some(isTaken)) step += 20;
  return { x: step, y: step };
}

/** A copy of the selection beside it. */
export function duplicateSelection(context: ActionContext): void {
  const { openMap, services, canvas } = context;
  if (!openMap) return;
  const { map, selection } = openMap.editor.store.getState();
  const clip = clipOf(map, selection.nodeIds);
  const offset = offsetFromTaken(map, clip);
  const { command, nodeIds } = pasteClip(map, clip, { newId: services.newId, offset, label: "duplicate" });
  if (!openMap.editor.dispatch(command, nodeIds)) return;
  canvas?.bringIntoView(nodeIds);
  canvas?.focus(nodeIds[0]);
}
