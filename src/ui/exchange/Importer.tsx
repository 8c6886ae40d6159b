import { Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { FileUp } from "lucide-react";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { importFile, importText } from "#exchange/import-file.ts";
import type { ParseResult, ParseTools } from "#exchange/json/parse-map.ts";
import { problem } from "#exchange/problem.ts";
import { useServices } from "../services.ts";
import styles from "./Importer.module.css";
import { ImportResults } from "./ImportResults.tsx";
import { type ImportOutcome, type ImportSource, importSources } from "./import-outcome.ts";
import { ImporterContextProvider, type Importer as ImporterHandle } from "./importer.ts";
import { useFileDrop } from "./use-file-drop.ts";
import { useMapPaste } from "./use-map-paste.ts";

const folderResult: ParseResult = { ok: false, problems: [problem("folder")], more: 0 };

function sourceOf(file: File, tools: ParseTools): ImportSource {
  return { name: file.name, read: () => importFile(file, tools) };
}

/** Every door by which a file comes in: the chooser, dropping, pasting. Below it, `useImporter` works. */
export function Importer({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const { take, outcomes, isOpen, close } = useImport();
  const { newId, now } = useServices();
  const tools = useMemo(() => ({ newId, now }), [newId, now]);
  const importer = useMemo(
    (): ImporterHandle => ({
      importFiles: (files) => take(files.map((file) => sourceOf(file, tools))),
      importText: (text) =>
        take([{ name: t("exchange.import.pasted"), read: () => importText(text, tools) }]),
      openFileChooser: () => input.current?.click(),
    }),
    [take, tools, t],
  );
  const isOver = useFileDrop(({ files, folders }) => {
    const sources = files.map((file) => sourceOf(file, tools));
    void take([...sources, ...folders.map((name) => ({ name, read: async () => folderResult }))]);
  });
  useMapPaste((text) => void importer.importText(text));
  return (
    <ImporterContextProvider value={importer}>
      {children}
      <input
        ref={input}
        type="file"
        multiple
        accept=".json,.dreiklang.json,application/json"
        aria-label={t("exchange.import.file")}
        className={styles.input}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // Otherwise choosing the same file again would be no change.
          currentTarget.value = "";
          if (files.length > 0) void importer.importFiles(files);
        }}
      />
      {isOver && <DropOverlay />}
      <ImportResults outcomes={outcomes} isOpen={isOpen} onClose={close} />
    </ImporterContextProvider>
  );
}

function DropOverlay() {
  const { t } = useTranslation();
  return (
    <div className={styles.overlay}>
      <div className={styles.frame}>
        <FileUp size={48} aria-hidden />
        <Text size="xl" fw={650}>
          {t("exchange.import.dropHere")}
        </Text>
        <Text>{t("exchange.import.dropText")}</Text>
      </div>
    </div>
  );
}

/** Imports, opens the one map that came in, and says what there is to say. */
function useImport() {
  const { t } = useTranslation();
  const { library, newId } = useServices();
  const [, navigate] = useLocation();
  const [outcomes, setOutcomes] = useState<readonly ImportOutcome[]>([]);
  const [isOpen, setIsOpen] = useState(false);
  // One after the other: each has to know the titles of those before it.
  const queue = useRef<Promise<void>>(Promise.resolve());
  const take = useMemo(() => {
    async function run(sources: readonly ImportSource[]): Promise<void> {
      const results = await importSources(sources, { library, newId });
      const [only] = results;
      const isPlain = results.length === 1 && only?.state === "imported" && only.repairs.length === 0;
      if (results.length === 1 && only?.state === "imported") navigate(`/map/${encodeURIComponent(only.id)}`);
      if (isPlain) {
        const title = only.title.trim() || t("exchange.import.untitled");
        notifications.show({ message: t("exchange.import.imported", { title }) });
      } else if (results.length > 0) {
        setOutcomes(results);
        setIsOpen(true);
      }
    }
    return (sources: readonly ImportSource[]): Promise<void> => {
      queue.current = queue.current.then(() => run(sources));
      return queue.current;
    };
  }, [t, library, newId, navigate]);
  return { take, outcomes, isOpen, close: () => setIsOpen(false) };
}
