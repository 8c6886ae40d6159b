import { Alert, Center, Loader, Text } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { type MapSummary, useServices } from "../services.ts";
import { ActionRunner } from "../shell/ActionRunner.tsx";
import { useAfterPaint } from "../shell/use-after-paint.ts";
import { BinDialog } from "./BinDialog.tsx";
import { LibraryHeader } from "./LibraryHeader.tsx";
import styles from "./LibraryPage.module.css";
import { LibraryTools } from "./LibraryTools.tsx";
import { binnedMaps, listedMaps } from "./listed-maps.ts";
import { MapCard } from "./MapCard.tsx";
import { NewMapDialog } from "./NewMapDialog.tsx";
import { RenameDialog } from "./RenameDialog.tsx";
import { type LibraryCommands, useLibraryCommands } from "./use-library-commands.tsx";
import { Welcome } from "./Welcome.tsx";

/** All maps of this browser. */
export function LibraryPage() {
  const [isNewMapOpen, setIsNewMapOpen] = useState(false);
  const commands = useLibraryCommands();
  const isPainted = useAfterPaint();
  return (
    <ActionRunner isPainted={isPainted} onOpenDialog={(name) => setIsNewMapOpen(name === "newMap")}>
      <main className={styles.page}>
        <LibraryHeader onNewMap={() => setIsNewMapOpen(true)} />
        <LibraryContent commands={commands} />
      </main>
      <NewMapDialog
        isOpen={isNewMapOpen}
        onCreate={(template, title) => void commands.create(template, title)}
        onClose={() => setIsNewMapOpen(false)}
      />
    </ActionRunner>
  );
}

function LibraryContent({ commands }: { readonly commands: LibraryCommands }) {
  const { t } = useTranslation();
  const { rows, problem } = useStore(useServices().library.summaries);
  return (
    <>
      {problem !== null && (
        <Alert color="red" title={t("library.problem.heading")} role="alert">
          {t("library.problem.text")}
        </Alert>
      )}
      {rows === null && problem === null && (
        <Center className={styles.loading ?? ""}>
          <Loader aria-label={t("library.loading")} />
        </Center>
      )}
      {rows !== null && rows.length > 0 && <Shelf rows={rows} commands={commands} />}
      {rows?.length === 0 && problem === null && (
        <Welcome
          onCreate={(template) => void commands.create(template, "")}
          onOpenSample={() => void commands.openSample()}
        />
      )}
    </>
  );
}

interface ShelfProps {
  readonly rows: readonly MapSummary[];
  readonly commands: LibraryCommands;
}

/** The cards, what is done with them, and the bin. */
function Shelf({ rows, commands }: ShelfProps) {
  const { t, i18n } = useTranslation();
  const sort = useStore(useServices().settings, (settings) => settings.librarySort);
  const status = useRef<HTMLParagraphElement>(null);
  const [search, setSearch] = useState("");
  const [renamed, setRenamed] = useState<MapSummary | null>(null);
  const [isBinOpen, setIsBinOpen] = useState(false);
  const listed = listedMaps(rows, search, sort, i18n.language);
  const binned = binnedMaps(rows);
  return (
    <>
      <LibraryTools
        search={search}
        binned={binned.length}
        onSearch={setSearch}
        onOpenSample={() => void commands.openSample()}
        onOpenBin={() => setIsBinOpen(true)}
      />
      <Text
        ref={status}
        role="status"
        tabIndex={-1}
        className={styles.status ?? ""}
        size="sm"
        c="var(--dk-inkSoft)"
      >
        {listed.length > 0 && t("library.count", { count: listed.length })}
        {listed.length === 0 && search !== "" && t("library.noMatch", { text: search })}
        {listed.length === 0 && search === "" && t("library.allInBin")}
      </Text>
      <ul className={styles.cards}>
        {listed.map((map) => (
          <MapCard
            key={map.id}
            map={map}
            onRename={setRenamed}
            onDuplicate={(chosen) => void commands.duplicate(chosen)}
            onDelete={(chosen) => {
              // The card that had the keyboard is gone: without this the next Tab would start the page anew.
              void commands.moveToBin(chosen).then(() => status.current?.focus());
            }}
          />
        ))}
      </ul>
      <RenameDialog
        map={renamed}
        onRename={(map, title) => void commands.rename(map, title)}
        onClose={() => setRenamed(null)}
      />
      <BinDialog
        isOpen={isBinOpen}
        maps={binned}
        onRestore={(map) => void commands.restore(map)}
        onRemove={(map) => void commands.remove(map)}
        onClose={() => setIsBinOpen(false)}
      />
    </>
  );
}
