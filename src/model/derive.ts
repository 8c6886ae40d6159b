/**
 * Remembers what a pure function made of an object for as long as the object lives, so that every part of
 * the product may ask for a derived figure and only the first one pays for it.
 */
export function derived<A extends object, R>(compute: (argument: A) => R): (argument: A) => R {
  const results = new WeakMap<A, R>();
  return (argument) => {
    if (results.has(argument)) return results.get(argument) as R;
    const result = compute(argument);
    results.set(argument, result);
    return result;
  };
}
