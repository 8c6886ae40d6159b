import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { restoreMap } from "#model/commands/restore.ts";
import { compareMaps } from "#model/compare.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { freeTitle } from "../library/listed-maps.ts";
import { UndoNotice } from "../library/UndoNotice.tsx";
import { useEditor } from "../map/open-map.ts";
import { type MapVersion, useServices } from "../services.ts";
import { useRunner } from "../shell/runner.ts";
import { dayAndTime } from "./version-words.ts";

export interface VersionCommands {
  /** Keeps the present state under a name. */
  keep(name: string): Promise<void>;
  /** Makes the map say what the version says, as one step; what it says now is kept as a version before. */
  restore(version: MapVersion, document: JourneyMap): Promise<void>;
  /** A new map that says what the version says. */
  restoreAsCopy(version: MapVersion, document: JourneyMap): Promise<void>;
  rename(version: MapVersion, name: string): Promise<void>;
  remove(version: MapVersion): Promise<void>;
}

/** Long enough to be read and reached by keyboard, milliseconds. */
const NOTICE_TIME = 12_000;

/** What can be done with versions, each with its message to the user, also when it fails. */
export function useVersionCommands(): VersionCommands {
  const { t, i18n } = useTranslation();
  const [, navigate] = useLocation();
  const editor = useEditor();
  const { versions, library, newId, now } = useServices();
  const { announce } = useRunner().context;
  const present = () => editor.store.getState().map;
  /** Among steps and maps a time says more than why a version was kept. */
  const called = ({ name, at }: MapVersion) => name?.trim() || dayAndTime(at, i18n.language);

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      console.error(error);
      notifications.show({
        color: "red",
        autoClose: false,
        title: t("versions.problem.failed"),
        message: t("versions.problem.notKept"),
      });
    }
  }

  /** Where a map can only be looked at, whoever refuses the step says so. */
  function sayWhyNot(document: JourneyMap): void {
    if (compareMaps(present(), document).length === 0) announce(t("versions.nothingToRestore"));
  }

  return {
    keep: (name) =>
      attempt(async () => {
        await versions.keep(present(), "named", name);
        announce(t("versions.keep.kept", { name }));
      }),
    restore: (version, document) =>
      attempt(async () => {
        await versions.keep(present(), "beforeRestore");
        const isChanged = editor.dispatch(restoreMap(document, called(version)), []);
        if (!isChanged) return sayWhyNot(document);
        navigate(`/map/${encodeURIComponent(present().id)}`);
        announce(t("versions.restored", { name: called(version) }));
      }),
    restoreAsCopy: (version, document) =>
      attempt(async () => {
        const at = now();
        const own = document.title.trim() || t("library.nameless");
        const wanted = t("versions.copyTitle", { title: own, version: called(version) });
        const title = freeTitle(wanted, library.summaries.getState().rows ?? []);
        const copy = { ...document, id: newId(), title, createdAt: at, updatedAt: at };
        await library.create(copy);
        const id = `copy-${copy.id}`;
        const open = () => {
          notifications.hide(id);
          navigate(`/map/${encodeURIComponent(copy.id)}`);
        };
        const text = t("versions.copied", { title });
        notifications.show({
          id,
          autoClose: NOTICE_TIME,
          message: <UndoNotice text={text} label={t("versions.open")} onUndo={open} />,
        });
      }),
    rename: (version, name) => attempt(() => versions.rename(version.id, name === "" ? null : name)),
    remove: (version) =>
      attempt(async () => {
        await versions.remove(version.id);
        announce(t("versions.removal.removed"));
      }),
  };
}
