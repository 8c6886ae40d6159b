import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { BackupFolderState, StorageService } from "../storage-service.ts";
import { StoragePlace } from "./StoragePlace.tsx";
import { useTimeText } from "./time-text.ts";

const standings = {
  unsupported: "unused",
  none: "unused",
  connected: "works",
  needsPermission: "lacks",
  failed: "lacks",
} as const satisfies Record<BackupFolderState["state"], string>;

interface BackupFolderSectionProps {
  readonly storage: StorageService;
  onAttempt(work: () => Promise<void>): Promise<void>;
}

/** The folder outside of the browser: the only place that is left when the browser's are not. */
export function BackupFolderSection({ storage, onAttempt }: BackupFolderSectionProps) {
  const { t } = useTranslation();
  const folder = useStore(storage.folder);
  const newestText = useNewestText();
  const [isBusy, setBusy] = useState(false);
  const { state } = folder;
  const unread = Object.values(folder.unread).map((title) => title.trim() || t("library.nameless"));
  const isBehind = useStore(storage.database, ({ problem }) => problem !== null) && state === "connected";
  const newest = state === "connected" || state === "failed" ? newestText(folder) : null;

  async function run(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    await onAttempt(work);
    setBusy(false);
  }

  return (
    <StoragePlace
      place="folder"
      standing={isBehind || unread.length > 0 ? "lacks" : standings[state]}
      survives={t("storage.folder.survives")}
    >
      <Text>
        {state === "failed"
          ? t(`storage.folder.problem.${folder.problem ?? "failed"}`, { folder: folder.folderName ?? "" })
          : t(`storage.folder.${state}`, { folder: folder.folderName ?? "" })}
      </Text>
      {unread.length > 0 && (
        <Text>{t("storage.folder.unread", { count: unread.length, names: unread.join(", ") })}</Text>
      )}
      {isBehind && <Text>{t("storage.behind")}</Text>}
      {newest !== null && (
        <Text size="sm" c="var(--dk-inkSoft)">
          {newest}
        </Text>
      )}
      {state !== "unsupported" && (
        <Group gap="xs" mb="0.3rem">
          {state === "needsPermission" && (
            <Button size="sm" loading={isBusy} onClick={() => void run(storage.reconnectFolder)}>
              {t("storage.folder.reconnect")}
            </Button>
          )}
          <Button
            size="sm"
            variant={state === "none" ? "filled" : "default"}
            loading={isBusy}
            onClick={() => void run(storage.chooseFolder)}
          >
            {state === "none" ? t("storage.folder.choose") : t("storage.folder.chooseOther")}
          </Button>
          {state !== "none" && (
            <Button
              size="sm"
              variant="subtle"
              disabled={isBusy}
              onClick={() => void run(storage.disconnectFolder)}
            >
              {t("storage.folder.disconnect")}
            </Button>
          )}
        </Group>
      )}
    </StoragePlace>
  );
}

function useNewestText(): (folder: BackupFolderState) => string | null {
  const { t } = useTranslation();
  const timeText = useTimeText();
  return ({ files }) => {
    const all = Object.values(files);
    const newest = all.reduce<(typeof all)[number] | undefined>(
      (a, b) => (a && a.at >= b.at ? a : b),
      undefined,
    );
    if (!newest) return null;
    return t("storage.folder.newest", { count: all.length, name: newest.name, at: timeText(newest.at) });
  };
}
