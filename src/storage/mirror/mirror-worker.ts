import type { MirrorMessage, MirrorRequest } from "./mirror-messages.ts";
import { createMirrorServer } from "./mirror-server.ts";
import { hasOpfs, opfsFiles } from "./opfs-files.ts";

// The start of a worker: writing files of the browser's private file system waits for the disk.
const server = createMirrorServer(opfsFiles, crypto.randomUUID(), (mapId, news) =>
  post({ kind: "news", mapId, news }),
);

self.onmessage = (event: MessageEvent<MirrorRequest>) => void answer(event.data);
void hasOpfs().then((isAvailable) => post({ kind: "started", isAvailable }));

async function answer({ id, call, with: values }: MirrorRequest): Promise<void> {
  try {
    // The page sends what the call of this name takes.
    const value = await (server[call] as (...values: readonly unknown[]) => Promise<unknown>)(...values);
    post({ kind: "answer", id, value });
  } catch (error) {
    post({ kind: "failure", id, detail: String(error) });
  }
}

function post(message: MirrorMessage): void {
  self.postMessage(message);
}
