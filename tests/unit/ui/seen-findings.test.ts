import { describe, expect, it } from "vitest";
import { createEditor, type Editor } from "#editor/editor.ts";
import { auditOf } from "#model/audit/audit.ts";
import type { KnownFindings } from "#model/audit/gone-findings.ts";
import { assignOwner } from "#model/commands/nodes.ts";
import { changeAuditSettings } from "#model/commands/triage.ts";
import type { JourneyMap, Owner } from "#model/journey-map.ts";
import { knownNow, rememberEarlier, seeFindings } from "#ui/panels/audit/seen-findings.ts";
import { aMap, LATER } from "../builders.ts";

const gap = "no-owner:touchpoint1";
const nothing: KnownFindings = { seen: new Set(), gone: new Set() };
const open = () => aMap().withJourney().withTouchpoint().build();

function session(map: JourneyMap): Editor {
  return createEditor(map, { now: () => LATER });
}

/** The audit is on the screen; tells what is remembered then. */
function look(editor: Editor, earlier: KnownFindings | null = nothing): KnownFindings {
  const { map } = editor.store.getState();
  const audit = auditOf(map, "2026-10-15");
  if (earlier) rememberEarlier(editor, earlier, map, audit);
  seeFindings(editor, map, audit);
  return knownNow(editor, audit) ?? nothing;
}

function assign(editor: Editor, owner: Owner): void {
  editor.dispatch(assignOwner(editor.store.getState().map, ["touchpoint1"], owner));
}

const goneIn = ({ gone }: KnownFindings) => [...gone];

describe("what was settled", () => {
  it("is known to have gone", () => {
    const editor = session(open());
    expect(goneIn(look(editor))).toEqual([]);
    assign(editor, "it");
    expect(goneIn(look(editor))).toEqual([gap]);
  });

  it("is known in the next session, when it is back", () => {
    const first = session(open());
    look(first);
    assign(first, "it");
    const known = look(first);
    const second = session(open());
    expect(goneIn(look(second, known))).toEqual([gap]);
  });

  it("is known though nobody looked between, because it was seen before", () => {
    const first = session(open());
    const known = look(first);
    assign(first, "it");
    const second = session(first.store.getState().map);
    expect(goneIn(look(second, known))).toEqual([gap]);
  });

  it("is not what a rule that is switched off does not find", () => {
    const known = look(session(open()));
    const second = session(open());
    second.dispatch(changeAuditSettings(open(), { rulesOff: ["no-owner"] }));
    expect(goneIn(look(second, known))).toEqual([]);
  });

  it("has not gone where the step is undone, though the page was left in between", () => {
    const editor = session(open());
    look(editor);
    assign(editor, "it");
    const known = look(editor);
    expect(goneIn(known)).toEqual([gap]);
    // Whoever comes back to the page brings what was kept of this session.
    look(editor, known);
    editor.undo();
    expect(goneIn(look(editor, known))).toEqual([]);
  });

  it("has not gone where a step of an earlier session is undone", () => {
    const editor = session(open());
    assign(editor, "it");
    // As after a reload: the steps are there, and nothing was looked at yet.
    expect(goneIn(look(editor, { seen: new Set(), gone: new Set([gap, "no-manager:elsewhere"]) }))).toContain(
      gap,
    );
    editor.undo();
    expect(goneIn(look(editor))).toEqual(["no-manager:elsewhere"]);
    editor.redo();
    expect(goneIn(look(editor))).toContain(gap);
  });
});

it("nothing is remembered before it is known what was", () => {
  const editor = session(open());
  const { map } = editor.store.getState();
  const audit = auditOf(map, "2026-10-15");
  seeFindings(editor, map, audit);
  expect(knownNow(editor, audit)).toBeNull();
});
