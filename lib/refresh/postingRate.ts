import type { Item } from "../feed/document.ts";
import type { Posts } from "../model.ts";

type Dated = Pick<Item, "publishedAt" | "updatedAt">;

const COUNTED = 20;
const NEEDED = 3;
const EARLIEST = Date.UTC(1990, 0, 1);

/**
 * How much a feed posts: its newest dates, at most 20, and when the oldest of them was. Equal dates are one post: some
 * publishers post by the batch, some date everything by the hour at which the document was made. Null below three.
 */
export function postsOf(items: Dated[], now: number): Posts | null {
  const dates = items
    .map((item) => item.publishedAt ?? item.updatedAt ?? 0)
    .filter((at) => at >= EARLIEST && at <= now);
  const newest = [...new Set(dates)].sort((a, b) => b - a).slice(0, COUNTED);
  const since = newest.at(-1);
  return since === undefined || newest.length < NEEDED ? null : { count: newest.length, since };
}
