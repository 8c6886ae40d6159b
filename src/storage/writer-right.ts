import { createStore, type StoreApi } from "zustand/vanilla";
import type { Id } from "#model/journey-map.ts";
import { inTime } from "./timing.ts";

/** How long the window that edits a map has to write its last changes when another one asks for it, milliseconds. */
const HAND_OVER_TIME = 2000;
/** A page that is loaded anew may find the right with its own predecessor for a moment, milliseconds. */
const PREDECESSOR_TIME = 400;
/** A window that gave the right away stands back in the queue after this time, so that the other one gets it. */
const STAND_BACK = 3000;

const LOCK_PREFIX = "dreiklang-map:";

/** The id of the map that a lock is for; an empty text for other locks. */
export function mapIdOfLock(name: string): Id {
  return name.startsWith(LOCK_PREFIX) ? name.slice(LOCK_PREFIX.length) : "";
}

/** Does something with a map that no window edits, and keeps them from it meanwhile; not done when one does. */
export async function whileNobodyEdits(
  mapId: Id,
  locks: LockManager | undefined,
  work: () => Promise<void>,
): Promise<void> {
  if (!locks) return work();
  await locks.request(LOCK_PREFIX + mapId, { ifAvailable: true }, (lock) => (lock ? work() : undefined));
}

/** What the windows of one browser tell each other. They are hints: the state is in the database. */
export type WindowMessage =
  | { readonly kind: "kept"; readonly mapId: Id; readonly rev: number }
  | { readonly kind: "handOver"; readonly mapId: Id }
  /** To the window that edits the map: who is in the library may not write it. */
  | { readonly kind: "rename"; readonly mapId: Id; readonly title: string };

/** Tells all windows of the browser; a channel itself tells only the others. */
export function tellAllWindows(channel: BroadcastChannel, message: WindowMessage): void {
  channel.postMessage(message);
  channel.dispatchEvent(new MessageEvent("message", { data: message }));
}

export interface WriterRightState {
  readonly isMine: boolean;
  /** Still mine, but on its way to another window: what is changed now could reach the store after the other's. */
  readonly isHandedOver: boolean;
}

/** The right to change a map, which one window at a time has. */
export interface WriterRight {
  readonly state: StoreApi<WriterRightState>;
  /** Resolves when the right was given, or when another window seems to keep it. */
  readonly decided: Promise<void>;
  /** Asks the window that has it to finish, and takes it in any case after two seconds. */
  takeOver(): Promise<void>;
  /** Gives the right back for good; resolves when it is free. */
  release(): Promise<void>;
}

export interface WriterRightOptions {
  readonly locks: LockManager | undefined;
  readonly channel: Pick<BroadcastChannel, "postMessage" | "addEventListener" | "removeEventListener"> | null;
  /** Writes what is pending, before another window goes on. */
  flush(): Promise<void>;
}

/**
 * A Web Lock: the browser frees it when the window goes or crashes, so there is no heartbeat. Where there are no
 * locks every window may write, and the store's comparison of revisions is the only guard.
 */
export function claimWriterRight(mapId: Id, { locks, channel, flush }: WriterRightOptions): WriterRight {
  const name = LOCK_PREFIX + mapId;
  const state = createStore<WriterRightState>(() => ({ isMine: locks === undefined, isHandedOver: false }));
  let letGo: (() => void) | null = null;
  let waiting: AbortController | null = null;
  let held: Promise<void> = Promise.resolve();
  let isOver = false;
  let standsBack = false;

  function hold(): Promise<void> {
    return new Promise((resolve) => {
      waiting = null;
      letGo = resolve;
      state.setState({ isMine: true });
    });
  }

  function lose(): void {
    letGo = null;
    if (state.getState().isMine) state.setState({ isMine: false, isHandedOver: false });
  }

  /** Resolves when the right was had and is gone again. */
  async function request(options: LockOptions): Promise<void> {
    try {
      await locks?.request(name, options, (lock) => (lock && !isOver && !standsBack ? hold() : undefined));
    } catch {
      // Another window took it, or this one does not wait for it any more.
    }
  }

  function wait(): void {
    if (isOver || standsBack || letGo || waiting || !locks) return;
    waiting = new AbortController();
    const { signal } = waiting;
    held = request({ signal }).then(() => {
      if (signal.aborted) return;
      lose();
      wait();
    });
  }

  wait();
  const isMine = () => state.getState().isMine;
  const decided = until(state, isMine, PREDECESSOR_TIME);

  async function handOver(): Promise<void> {
    if (!letGo) return;
    state.setState({ isHandedOver: true });
    // Then the other window takes it in any case; who only waits on may not change anything for ever.
    await inTime(flush(), HAND_OVER_TIME, undefined).catch((error: unknown) =>
      console.warn("What was pending could not be written for another window", error),
    );
    const release = letGo;
    lose();
    release?.();
  }

  function handleMessage({ data }: MessageEvent<WindowMessage>): void {
    if (data.kind !== "handOver" || data.mapId !== mapId || !letGo) return;
    standsBack = true;
    void handOver().then(() => {
      setTimeout(() => {
        standsBack = false;
        wait();
      }, STAND_BACK);
    });
  }
  channel?.addEventListener("message", handleMessage as EventListener);

  return {
    state,
    decided,
    async takeOver() {
      if (letGo || !locks) return;
      standsBack = false;
      wait();
      channel?.postMessage({ kind: "handOver", mapId } satisfies WindowMessage);
      await until(state, isMine, HAND_OVER_TIME);
      if (isMine() || isOver) return;
      waiting?.abort();
      waiting = null;
      held = request({ steal: true }).then(() => {
        lose();
        wait();
      });
      await until(state, isMine, HAND_OVER_TIME);
    },
    release() {
      isOver = true;
      channel?.removeEventListener("message", handleMessage as EventListener);
      waiting?.abort();
      const release = letGo;
      lose();
      release?.();
      return held;
    },
  };
}

/** Resolves when the condition holds, or after the time. */
function until(store: StoreApi<unknown>, holds: () => boolean, time: number): Promise<void> {
  return new Promise((resolve) => {
    if (holds()) return resolve();
    const end = () => {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    };
    const timer = setTimeout(end, time);
    const unsubscribe = store.subscribe(() => holds() && end());
  });
}
