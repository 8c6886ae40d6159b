import type { Editor, EditorState } from "#editor/editor.ts";
import type { Audit } from "#model/audit/audit.ts";
import { foundIn, goneSince, type KnownFindings } from "#model/audit/gone-findings.ts";
import { auditSettingsOf } from "#model/audit-settings.ts";
import type { JourneyMap } from "#model/journey-map.ts";

/** What each open map was like when somebody looked last. */
const lastSeen = new WeakMap<Editor, { readonly map: JourneyMap; readonly found: ReadonlySet<string> }>();

/** By a state of a map that was made in this session, what had gone when it was looked at first. */
const goneAt = new WeakMap<JourneyMap, readonly string[]>();

/** What had gone before this session; without an entry that is not known yet. */
const goneEarlier = new WeakMap<Editor, ReadonlySet<string>>();

const nothing: ReadonlySet<string> = new Set();

/** What had gone before this session, as far as it is known. The same object for as long as it is the same. */
export function goneBefore(editor: Editor): ReadonlySet<string> {
  return goneEarlier.get(editor) ?? nothing;
}

/** To be told once for an open map what was known of it: from then on it is known what has gone. */
export function rememberEarlier(
  editor: Editor,
  { seen, gone }: KnownFindings,
  map: JourneyMap,
  audit: Audit,
): void {
  if (goneEarlier.has(editor)) return;
  const { rulesOff } = auditSettingsOf(map);
  goneEarlier.set(editor, new Set([...gone, ...goneSince(seen, foundIn(audit), rulesOff)]));
}

/**
 * To be told of every audit that is shown. It knows only what was looked at: what is settled and comes back between two
 * looks has never been gone.
 */
export function seeFindings(editor: Editor, map: JourneyMap, audit: Audit): void {
  const found = foundIn(audit);
  const last = lastSeen.get(editor);
  lastSeen.set(editor, { map, found });
  if (!last || last.map === map) return;
  const { past, future } = editor.store.getState();
  // What a step brought and undoing it took away again was not settled.
  if (future.some(({ after }) => after === last.map)) {
    if (!goneAt.has(last.map)) unsettle(editor, last.found, found);
    return;
  }
  const gone = goneSince(last.found, found, auditSettingsOf(map).rulesOff);
  // While somebody types, steps become one, and the states between are in no history.
  const isInHistory = past.some(({ before }) => before === last.map);
  goneAt.set(map, isInHistory ? gone : [...(goneAt.get(last.map) ?? []), ...gone]);
}

/** A step of an earlier session was undone: what is there again only because of that was not settled either. */
function unsettle(editor: Editor, seen: ReadonlySet<string>, found: ReadonlySet<string>): void {
  const earlier = goneBefore(editor);
  const kept = new Set([...earlier].filter((id) => seen.has(id) || !found.has(id)));
  if (kept.size < earlier.size) goneEarlier.set(editor, kept);
}

/** What had gone in one of the states that lead to the present one; steps that were undone do not. */
export function goneOnTheWay({ map, past }: Pick<EditorState, "map" | "past">): readonly string[] {
  const states = [map, ...past.map(({ after }) => after)];
  return states.flatMap((state) => goneAt.get(state) ?? []);
}

/** What is to be remembered for the next session; null before it is known what was remembered of the one before. */
export function knownNow(editor: Editor, audit: Audit): KnownFindings | null {
  const earlier = goneEarlier.get(editor);
  if (!earlier) return null;
  return { seen: foundIn(audit), gone: new Set([...earlier, ...goneOnTheWay(editor.store.getState())]) };
}
