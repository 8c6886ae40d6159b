import { useEffect, useRef, useState } from "react";

/** What was dropped: files, and the names of folders, which cannot be read as files. */
export interface Dropped {
  readonly files: readonly File[];
  readonly folders: readonly string[];
}

/** Takes files that are dropped anywhere on the page. The result: whether files hover over it now. */
export function useFileDrop(onDrop: (dropped: Dropped) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  const latest = useRef(onDrop);
  useEffect(() => {
    latest.current = onDrop;
  });
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const handleOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
      setIsOver(true);
    };
    const handleLeave = (event: DragEvent) => {
      // Between two elements of the page there is always a next one.
      if (event.relatedTarget === null) setIsOver(false);
    };
    const handleDrop = (event: DragEvent) => {
      setIsOver(false);
      if (!holdsFiles(event)) return;
      event.preventDefault();
      const dropped = droppedOf(event);
      if (dropped.files.length + dropped.folders.length > 0) latest.current(dropped);
    };
    window.addEventListener("dragenter", handleOver, { signal });
    window.addEventListener("dragover", handleOver, { signal });
    window.addEventListener("dragleave", handleLeave, { signal });
    window.addEventListener("drop", handleDrop, { signal });
    return () => listening.abort();
  }, []);
  return isOver;
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") ?? false;
}

function droppedOf({ dataTransfer }: DragEvent): Dropped {
  const files: File[] = [];
  const folders: string[] = [];
  for (const item of dataTransfer?.items ?? []) {
    if (item.kind !== "file") continue;
    const entry = item.webkitGetAsEntry?.();
    const file = item.getAsFile();
    if (entry?.isDirectory) folders.push(entry.name);
    else if (file) files.push(file);
  }
  return { files, folders };
}
