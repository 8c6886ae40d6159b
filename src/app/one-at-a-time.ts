/** Runs once more after the present run when it was asked for meanwhile, however often. */
export function oneAtATime(what: string, work: () => Promise<void>): () => void {
  let running = false;
  let isWanted = false;
  return async function run() {
    isWanted = true;
    if (running) return;
    running = true;
    while (isWanted) {
      isWanted = false;
      await work().catch((error: unknown) => console.warn(`${what} failed`, error));
    }
    running = false;
  };
}
