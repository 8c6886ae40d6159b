import { vi } from "vitest";
import { contentHash } from "#model/content-hash.ts";
import type { Id } from "#model/journey-map.ts";
import { createMirror, type Mirror, type MirrorBase } from "#storage/mirror/mirror.ts";
import type { MirrorCalls, MirrorRequest } from "#storage/mirror/mirror-messages.ts";
import { createMirrorServer } from "#storage/mirror/mirror-server.ts";
import type { StartWorker } from "#storage/mirror/worker-line.ts";
import { MemoryFolder } from "./memory-files.ts";
import { mapAt, type Story, titles } from "./stories.ts";

/** A browser with its private files and its texts; tabs open and end, and what they wrote stays. */
export class Browser {
  readonly folder = new MemoryFolder();
  readonly texts = new Map<string, string>();
  private sessions = 0;
  /** When set, workers take every request and never answer. */
  hangs = false;
  workers = 0;

  open(): Tab {
    const mirror = createMirror({ start: this.start, texts: this.storage });
    const { files } = this;
    return { mirror, end: () => files.end() };
  }

  private files = this.folder.worker();

  private readonly storage = {
    getItem: (key: string) => this.texts.get(key) ?? null,
    setItem: (key: string, value: string) => void this.texts.set(key, value),
  };

  private readonly start: StartWorker = ({ onMessage }) => {
    this.sessions += 1;
    this.workers += 1;
    const files = this.folder.worker();
    this.files = files;
    const post = (message: unknown) => queueMicrotask(() => onMessage(structuredClone(message)));
    const server = createMirrorServer(files, `session${this.sessions}`, (mapId, news) =>
      post({ kind: "news", mapId, news }),
    );
    post({ kind: "started", isAvailable: true });
    const answer = async ({ id, call, with: values }: MirrorRequest) => {
      try {
        const ask = server[call] as (...values: readonly unknown[]) => ReturnType<MirrorCalls["list"]>;
        post({ kind: "answer", id, value: await ask(...values) });
      } catch (error) {
        post({ kind: "failure", id, detail: String(error) });
      }
    };
    return {
      post: (message) => {
        if (!this.hangs) void answer(structuredClone(message) as MirrorRequest);
      },
      stop: () => files.end(),
    };
  };
}

export interface Tab {
  readonly mirror: Mirror;
  /** As when the tab is closed or killed: what is open is freed, nothing more is written. */
  end(): void;
}

export const story = titles(40);
export const id: Id = mapAt(story, 1).id;

/** The story at a revision, as the journal has it. */
export function base(story: Story, rev: number): MirrorBase {
  const map = mapAt(story, rev);
  return { map, rev, hash: contentHash(map), deletedAt: null };
}

export function entries(story: Story, from: number, to = from) {
  return story.entries.filter(({ seq }) => seq >= from && seq <= to);
}

/** What a call gives, once all timers that it needs have run. */
export async function done<T>(promise: Promise<T>): Promise<T> {
  let isDone = false;
  const result = promise.finally(() => {
    isDone = true;
  });
  while (!isDone) await vi.advanceTimersByTimeAsync(10);
  return result;
}

export const settled = () => vi.advanceTimersByTimeAsync(20);
export const stateIn = async (tab: Tab) => (await done(tab.mirror.read(id)))?.map;
export const revIn = async (tab: Tab) => (await done(tab.mirror.read(id)))?.rev ?? null;

/** A new tab that follows a story from a revision on. */
export async function follow(browser: Browser, rev: number, told = story): Promise<Tab> {
  const tab = browser.open();
  await done(tab.mirror.follow(id, () => base(told, rev)));
  return tab;
}

/** As `follow`, in a browser in which a session long ago did the same. */
export async function followAgain(browser: Browser, rev: number, before = rev): Promise<Tab> {
  (await follow(browser, before)).end();
  await vi.advanceTimersByTimeAsync(120_000);
  return follow(browser, rev);
}
