/** Codes of a Huffman tree: by symbol, the bits in the order in which deflate writes them, and how many. */
export interface Codes {
  readonly bits: Uint16Array;
  readonly lengths: Uint8Array;
}

/** The best codes for symbols that occur so often, none longer than `limit` bits. */
export function codesFor(counts: Uint32Array, limit: number): Codes {
  const lengths = lengthsFor(counts, limit);
  return { lengths, bits: bitsFor(lengths) };
}

function lengthsFor(counts: Uint32Array, limit: number): Uint8Array {
  const weights = counts.slice();
  for (;;) {
    const lengths = lengthsOfTree(weights);
    if (lengths.every((length) => length <= limit)) return lengths;
    // A flatter tree costs a few bits for symbols that hardly ever occur.
    weights.forEach((weight, symbol) => {
      if (weight > 0) weights[symbol] = (weight >> 1) | 1;
    });
  }
}

/** Joins the two rarest again and again. Leaves come sorted and joints arise sorted: two queues are enough. */
function lengthsOfTree(weights: Uint32Array): Uint8Array {
  const lengths = new Uint8Array(weights.length);
  const leaves = [...weights.keys()].filter((symbol) => (weights[symbol] ?? 0) > 0);
  if (leaves.length === 1) lengths[leaves[0] ?? 0] = 1;
  if (leaves.length < 2) return lengths;
  leaves.sort((one, other) => (weights[one] ?? 0) - (weights[other] ?? 0));
  const count = leaves.length;
  const sums = leaves.map((symbol) => weights[symbol] ?? 0);
  const parents: number[] = [];
  let [leaf, joint] = [0, count];
  const takeRarest = () => {
    const isLeaf = leaf < count && (joint >= sums.length || (sums[leaf] ?? 0) <= (sums[joint] ?? 0));
    return isLeaf ? leaf++ : joint++;
  };
  while (sums.length < 2 * count - 1) {
    const [one, other] = [takeRarest(), takeRarest()];
    parents[one] = sums.length;
    parents[other] = sums.length;
    sums.push((sums[one] ?? 0) + (sums[other] ?? 0));
  }
  const depths: number[] = [];
  depths[2 * count - 2] = 0;
  for (let at = 2 * count - 3; at >= 0; at -= 1) depths[at] = (depths[parents[at] ?? 0] ?? 0) + 1;
  leaves.forEach((symbol, place) => {
    lengths[symbol] = depths[place] ?? 0;
  });
  return lengths;
}

/** RFC 1951, 3.2.2: codes of one length count up in the order of the symbols. */
function bitsFor(lengths: Uint8Array): Uint16Array {
  const next = new Uint16Array(17);
  for (const length of lengths) if (length > 0) next[length + 1] = (next[length + 1] ?? 0) + 1;
  for (let length = 1; length <= 16; length += 1)
    next[length] = ((next[length - 1] ?? 0) << 1) + ((next[length] ?? 0) << 1);
  // Above, `next[n]` is the first code of n bits: (first of n - 1 + how many of n - 1) * 2.
  return Uint16Array.from(lengths, (length) => {
    const code = next[length] ?? 0;
    next[length] = code + 1;
    return reversed(code, length);
  });
}

function reversed(code: number, length: number): number {
  let result = 0;
  for (let bit = 0; bit < length; bit += 1) result |= ((code >> bit) & 1) << (length - 1 - bit);
  return result;
}
