import { createContext, useContext } from "react";

/** Brings files in; each becomes a new map, and its result is shown. */
export interface Importer {
  importFiles(files: readonly File[]): Promise<void>;
  importText(text: string): Promise<void>;
  openFileChooser(): void;
}

const ImporterContext = createContext<Importer | null>(null);
export const ImporterContextProvider = ImporterContext.Provider;

export function useImporter(): Importer {
  const importer = useContext(ImporterContext);
  if (!importer) throw new Error("useImporter outside of Importer");
  return importer;
}
