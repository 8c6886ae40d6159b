/** Numbers of which the least comes first, however many there are. */
export interface Heap {
  push(value: number): void;
  /** The least, which is no longer in it; undefined when it is empty. */
  pop(): number | undefined;
}

/** A binary heap: each parent is no greater than its two children, which stand at twice its place. */
export function createHeap(): Heap {
  const values: number[] = [];
  const at = (place: number) => values[place] ?? Number.POSITIVE_INFINITY;

  function swap(a: number, b: number): void {
    const [one, other] = [at(a), at(b)];
    values[a] = other;
    values[b] = one;
  }

  return {
    push(value) {
      values.push(value);
      let place = values.length - 1;
      for (let parent = (place - 1) >> 1; place > 0 && at(parent) > at(place); parent = (place - 1) >> 1) {
        swap(parent, place);
        place = parent;
      }
    },
    pop() {
      const least = values[0];
      const last = values.pop();
      if (least === undefined || last === undefined || values.length === 0) return least;
      values[0] = last;
      for (let place = 0; ; ) {
        const [left, right] = [2 * place + 1, 2 * place + 2];
        const child = at(right) < at(left) ? right : left;
        if (at(place) <= at(child)) return least;
        swap(place, child);
        place = child;
      }
    },
  };
}
