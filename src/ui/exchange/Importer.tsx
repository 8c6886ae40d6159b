import { Text } from "@mantine/core";
import { FileUp } from "lucide-react";
import { type ReactNode, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { importMap } from "#exchange/import-map.ts";
import { problem } from "#exchange/problem.ts";
import type { ReadResult, ReadTools, Source } from "#exchange/reading.ts";
import { useServices } from "../services.ts";
import styles from "./Importer.module.css";
import { ImportProgressDialog } from "./ImportProgressDialog.tsx";
import { ImportResults } from "./ImportResults.tsx";
import type { ImportSource } from "./import-outcome.ts";
import { ImporterContextProvider, type Importer as ImporterHandle } from "./importer.ts";
import { useFileDrop } from "./use-file-drop.ts";
import { useImport } from "./use-import.ts";
import { useMapPaste } from "./use-map-paste.ts";

const folderResult: ReadResult = { ok: false, problems: [problem("folder")], more: 0 };

function sourceOf(name: string, source: Source, tools: Pick<ReadTools, "newId" | "now">): ImportSource {
  return { name, read: (waiting) => importMap(source, { ...tools, ...waiting }) };
}

/** Every door by which a file comes in: the chooser, dropping, pasting. Below it, `useImporter` works. */
export function Importer({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const { take, progress, cancel, outcomes, isOpen, close } = useImport();
  const { newId, now } = useServices();
  const tools = useMemo(() => ({ newId, now }), [newId, now]);
  const importer = useMemo(
    (): ImporterHandle => ({
      importFiles: (files) => take(files.map((file) => sourceOf(file.name, file, tools))),
      importText: (text) => take([sourceOf(t("exchange.import.pasted"), text, tools)]),
      openFileChooser: () => input.current?.click(),
    }),
    [take, tools, t],
  );
  const isOver = useFileDrop(({ files, folders }) => {
    const sources = files.map((file) => sourceOf(file.name, file, tools));
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
      <ImportProgressDialog progress={progress} onCancel={cancel} />
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
