import type { Editor, EditorState } from "#editor/editor.ts";
import type { Audit } from "#model/audit/audit.ts";
import { foundIn } from "#model/audit/gone-findings.ts";
import { auditSettingsOf } from "#model/audit-settings.ts";
import type { JourneyMap } from "#model/journey-map.ts";

/** What each open map was like when somebody looked last. */
const lastSeen = new WeakMap<Editor, { readonly map: JourneyMap; readonly found: ReadonlySet<string> }>();

/** By a state of a map, what had gone when it was looked at first. Small: what is still there is not in it. */
const goneAt = new WeakMap<JourneyMap, readonly string[]>();

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
  if (future.some(({ after }) => after === last.map)) return;
  // What is not looked for any more is not settled either.
  const off = new Set(auditSettingsOf(map).rulesOff);
  const gone = [...last.found].filter((id) => !found.has(id) && !off.has(id.slice(0, id.indexOf(":"))));
  // While somebody types, steps become one, and the states between are in no history.
  const isInHistory = past.some(({ before }) => before === last.map);
  goneAt.set(map, isInHistory ? gone : [...(goneAt.get(last.map) ?? []), ...gone]);
}

/** What had gone in one of the states that lead to the present one; steps that were undone do not. */
export function goneOnTheWay({ map, past }: Pick<EditorState, "map" | "past">): ReadonlySet<string> {
  const states = [map, ...past.map(({ after }) => after)];
  return new Set(states.flatMap((state) => goneAt.get(state) ?? []));
}
