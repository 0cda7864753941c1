import { expect, test } from "vitest";
import { inSlices } from "../../../lib/view/inSlices.ts";

function* slowly(count: number): Generator<number> {
  for (let n = 0; n < count; n++) {
    const until = performance.now() + 5;
    while (performance.now() < until);
    yield n;
  }
}

test("other work comes in between, and nothing is lost", async () => {
  let others = 0;
  const ticking = setInterval(() => others++, 1);
  expect(await inSlices(slowly(20))).toEqual(Array.from({ length: 20 }, (_, n) => n));
  clearInterval(ticking);
  expect(others).toBeGreaterThan(3);
});

test("little is there at once", async () => {
  let hasTicked = false;
  setTimeout(() => (hasTicked = true));
  expect(await inSlices([1, 2, 3])).toEqual([1, 2, 3]);
  expect(hasTicked).toBe(false);
});
