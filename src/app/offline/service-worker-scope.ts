/** What a service worker sees of the browser, as far as ours needs it: the types of the page know nothing of it. */
export interface ServiceWorkerScope {
  /** Filled in by the build: all its files. */
  readonly __WB_MANIFEST: readonly BuiltFile[];
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: "window"; includeUncontrolled: boolean }): Promise<readonly PageClient[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: LastingEvent) => void): void;
  addEventListener(type: "message", listener: (event: LastingEvent & MessageEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: RequestEvent) => void): void;
}

export interface BuiltFile {
  /** Relative to the folder of the app. */
  readonly url: string;
  /** SHA-256 of its content, base64. */
  readonly revision: string;
}

interface LastingEvent {
  waitUntil(work: Promise<unknown>): void;
}

interface RequestEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

interface PageClient {
  readonly url: string;
  postMessage(message: unknown, transfer: Transferable[]): void;
}
