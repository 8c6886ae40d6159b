import { describe, expect, it } from "vitest";
import { actions } from "#app/actions/actions.ts";
import { createEditor } from "#editor/editor.ts";
import { languages } from "#i18n/languages.ts";
import type { Id } from "#model/journey-map.ts";
import { type ActionContext, menuFolds } from "#ui/action.ts";
import { type MenuEntry, MOST_ENTRIES, menuEntries } from "#ui/map/context-menu-entries.ts";
import { aMap } from "../builders.ts";

const map = aMap()
  .withStage()
  .withJourney()
  .withTouchpoint()
  .withTouchpoint()
  .withPersona()
  .withNote()
  .withConnection("touchpoint1", "touchpoint2")
  .build();

/** The menu with this selection, as names: those of a fold stand behind its name. */
function menuOf(nodeIds: readonly Id[], connectionIds: readonly Id[] = []): readonly string[] {
  const editor = createEditor(map, { now: () => "2026-01-02T00:00:00.000Z" });
  editor.select({ nodeIds, connectionIds });
  // What an action asks before it is offered is the open map and whether there is a canvas.
  const context = { openMap: { editor }, canvas: {} } as unknown as ActionContext;
  const possible = actions.filter(
    (action) => action.shownIn?.includes("contextMenu") && !action.problem?.(context),
  );
  return menuEntries(possible).flat().map(nameOf);
}

function nameOf(entry: MenuEntry): string {
  if ("action" in entry) return entry.action.id;
  return `${entry.fold}: ${entry.actions.map(({ id }) => id).join(" ")}`;
}

describe("the context menu", () => {
  it.each([["touchpoint1"], ["journey1"], ["persona1"], ["note1"]])("of %s is short", (id) => {
    const menu = menuOf([id]);
    expect(menu.length).toBeLessThanOrEqual(MOST_ENTRIES);
    expect(menu).toContain("add: add-persona add-journey add-touchpoint add-note");
    expect(menu).toContain(
      "responsibility: owner-marketing owner-sales owner-it owner-nobody assign-manager",
    );
  });

  it("of several nodes is short, with their alignment in a menu of its own", () => {
    const menu = menuOf(["touchpoint1", "touchpoint2"]);
    expect(menu.length).toBeLessThanOrEqual(MOST_ENTRIES);
    expect(menu.find((name) => name.startsWith("align: "))).toContain("align-left");
  });

  it("of a note offers in one place what it can be turned into", () => {
    expect(menuOf(["note1"])).toContain("convert: convert-persona convert-journey convert-touchpoint");
  });

  it("of the empty canvas and of a connection has room for everything", () => {
    expect(menuOf([])).toContain("add-note");
    expect(menuOf([], ["connection1"])).toEqual(expect.arrayContaining(["reverse-connection", "add-note"]));
  });

  it.each(languages.map(({ code, load }) => ({ code, load })))(
    "names its menus in $code",
    async ({ load }) => {
      const { mapPage } = (await load()) as { mapPage: { fold: Record<string, string> } };
      for (const fold of menuFolds) expect(mapPage.fold[fold]).toMatch(/\S/);
    },
  );
});
