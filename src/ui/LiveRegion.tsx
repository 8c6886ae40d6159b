import { VisuallyHidden } from "@mantine/core";
import { useCallback, useState } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";

/** The same sentence twice is no change to a screen reader; a trailing space that cannot be heard makes it one. */
const said = (next: string, previous: string) => (previous === next ? `${next}\u00a0` : next);

/** What is to be said, and how to say it. */
export function useAnnouncement(): [string, (text: string) => void] {
  const [text, setText] = useState("");
  const announce = useCallback((next: string) => setText((previous) => said(next, previous)), []);
  return [text, announce];
}

/** Says changes to the screen reader; it has no role of its own, because the status of a map is that of saving. */
export function LiveRegion({ text }: { text: string }) {
  return (
    <VisuallyHidden aria-live="polite" aria-atomic="true">
      {text}
    </VisuallyHidden>
  );
}

/** What is said without a rendering of whoever says it. */
export interface Announcer {
  readonly text: StoreApi<string>;
  announce(text: string): void;
}

export function createAnnouncer(): Announcer {
  const text = createStore(() => "");
  return { text, announce: (next) => text.setState(said(next, text.getState()), true) };
}

export function AnnouncerRegion({ announcer }: { readonly announcer: Announcer }) {
  return <LiveRegion text={useStore(announcer.text)} />;
}
