/* A store that is broken may never answer: nothing on the recovery page waits for it without an end. */

/** How long each single step may take, in milliseconds. */
const STEP_TIME = 10_000;

/** The result of a step; rejects with a "TimeoutError" when there is none in time. */
export async function withinTime(work) {
  let timer;
  const end = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new DOMException("no answer", "TimeoutError")), STEP_TIME);
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
  }
}

/** What an iterator of the browser gives, each part of it in time. */
export async function* eachInTime(source) {
  const iterator = source[Symbol.asyncIterator]();
  for (;;) {
    const { done, value } = await withinTime(iterator.next());
    if (done) return;
    yield value;
  }
}

export function isTimeout(error) {
  return error?.name === "TimeoutError";
}
