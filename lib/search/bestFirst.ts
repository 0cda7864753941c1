/** Hands out the places of the greatest scores, one by one: thousands need not be sorted where a page of them is shown. */
export function bestFirst(scores: ArrayLike<number>): () => number | undefined {
  const heap = Int32Array.from(scores, (_, place) => place);
  let { length } = heap;
  for (let at = (length >> 1) - 1; at >= 0; at--) sink(at);
  return () => {
    if (length === 0) return undefined;
    const best = heap[0];
    heap[0] = heap[--length] ?? 0;
    sink(0);
    return best;
  };

  function sink(from: number): void {
    const place = heap[from] ?? 0;
    const score = scores[place] ?? 0;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= length) break;
      if (child + 1 < length && scoreAt(child + 1) > scoreAt(child)) child++;
      if (scoreAt(child) <= score) break;
      heap[at] = heap[child] ?? 0;
      at = child;
    }
    heap[at] = place;
  }

  function scoreAt(at: number): number {
    return scores[heap[at] ?? 0] ?? 0;
  }
}
