/** The page answers within this time, whatever is worked out. */
const SLICE_MS = 12;

/** All that comes one by one, with room for the page's other work in between. */
export async function inSlices<Item>(items: Iterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  let until = performance.now() + SLICE_MS;
  for (const item of items) {
    all.push(item);
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve));
    until = performance.now() + SLICE_MS;
  }
  return all;
}
