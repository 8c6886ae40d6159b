/** So many documents at most are looked at in turn: the present one, one that panels still show, two that are compared. */
const MOST_DOCUMENTS = 8;

/**
 * Remembers what a pure function made of a document, or of one of its collections, so that every part of the product may
 * ask for a derived figure and only the first one pays for it. Only for the last few: the history keeps every document
 * alive, and what is derived from each is several times as large as what it adds.
 */
export function derived<A extends object, R>(compute: (argument: A) => R): (argument: A) => R {
  const results = new WeakMap<A, R>();
  let latest: WeakRef<A>[] = [];
  return (argument) => {
    if (results.has(argument)) {
      // What is asked for again and again is not the oldest, however early it came.
      if (latest.at(-1)?.deref() !== argument)
        latest = [...latest.filter((one) => one.deref() !== argument), new WeakRef(argument)];
      return results.get(argument) as R;
    }
    const result = compute(argument);
    results.set(argument, result);
    latest = [...latest, new WeakRef(argument)];
    if (latest.length > MOST_DOCUMENTS) {
      const oldest = latest.shift()?.deref();
      if (oldest) results.delete(oldest);
    }
    return result;
  };
}

/** The same for the small parts of documents, which most documents of a history share: for as long as a part lives. */
export function derivedOfPart<A extends object, R>(compute: (argument: A) => R): (argument: A) => R {
  const results = new WeakMap<A, R>();
  return (argument) => {
    if (results.has(argument)) return results.get(argument) as R;
    const result = compute(argument);
    results.set(argument, result);
    return result;
  };
}
