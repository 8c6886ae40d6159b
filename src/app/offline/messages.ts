/** What the pages and the service worker say to each other. */
export const messages = {
  /** To a worker that waits: the user agrees to the new version. */
  activate: "activate",
  /** To the worker at work: drop the files of versions that no page runs any more. */
  tidy: "tidy",
  /** To a page: which script runs in you? It answers through the port with the address. */
  whichScript: "which-script",
} as const;
