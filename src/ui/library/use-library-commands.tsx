import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { useText } from "#i18n/i18n.ts";
import type { Id } from "#model/journey-map.ts";
import { emptyMap } from "#model/new-objects.ts";
import { type MapSummary, type Template, useServices } from "../services.ts";
import { freeTitle } from "./listed-maps.ts";
import { UndoNotice } from "./UndoNotice.tsx";

export interface LibraryCommands {
  /** A new map, opened at once. `template` null: a blank one. An empty title gets a name of its own. */
  create(template: Template | null, title: string): Promise<void>;
  openSample(): Promise<void>;
  rename(map: MapSummary, title: string): Promise<void>;
  duplicate(map: MapSummary): Promise<void>;
  moveToBin(map: MapSummary): Promise<void>;
  restore(map: MapSummary): Promise<void>;
  /** For good. */
  remove(map: MapSummary): Promise<void>;
}

const UNDO_TIME = 12_000;

/** What can be done in the library, each with its message to the user, also when it fails. */
export function useLibraryCommands(): LibraryCommands {
  const { t } = useTranslation();
  const textOf = useText();
  const [, navigate] = useLocation();
  const { library, createSample, newId, now } = useServices();
  const titleOf = ({ title }: MapSummary) => title.trim() || t("library.nameless");
  const say = (message: string) => notifications.show({ message });

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      console.error(error);
      notifications.show({
        color: "red",
        autoClose: false,
        title: t("library.problem.failed"),
        message: t("library.problem.notKept"),
      });
    }
  }
  const open = (id: Id) => navigate(`/map/${encodeURIComponent(id)}`);
  const rows = () => library.summaries.getState().rows ?? [];

  async function restore(map: MapSummary): Promise<void> {
    await library.restore(map.id);
    say(t("library.notice.restored", { title: titleOf(map) }));
  }

  return {
    create: (template, title) =>
      attempt(async () => {
        const built = template ? template.build(textOf) : emptyMap(newId(), t("library.untitled"), now());
        const map = { ...built, title: title.trim() || freeTitle(built.title, rows()) };
        await library.create(map);
        open(map.id);
      }),
    openSample: () => attempt(async () => open(await createSample())),
    rename: (map, title) => attempt(() => library.rename(map.id, title.trim())),
    duplicate: (map) =>
      attempt(async () => {
        const title = freeTitle(t("library.copyOf", { title: titleOf(map) }), rows());
        const id = await library.duplicate(map.id, title);
        say(id === null ? t("library.problem.gone") : t("library.notice.duplicated", { title }));
      }),
    moveToBin: (map) =>
      attempt(async () => {
        await library.moveToBin(map.id);
        const id = `bin-${map.id}`;
        const undo = () => {
          notifications.hide(id);
          void attempt(() => restore(map));
        };
        const text = t("library.notice.moved", { title: titleOf(map) });
        notifications.show({
          id,
          autoClose: UNDO_TIME,
          message: <UndoNotice text={text} label={t("library.notice.undo")} onUndo={undo} />,
        });
      }),
    restore: (map) => attempt(() => restore(map)),
    remove: (map) =>
      attempt(async () => {
        const isGone = await library.remove(map.id);
        say(t(isGone ? "library.notice.removed" : "library.notice.notRemoved", { title: titleOf(map) }));
      }),
  };
}
